package fr.preau.plan;

import fr.preau.kernel.AuditId;
import java.util.List;
import java.util.Optional;

/**
 * What the new answer of an action that is done would change now, in the audits that run today and that the person answers.
 *
 * @param answers all of them, weak or not
 */
public record Renewal(ActionView view, List<SchoolAnswer> answers) {
    public Renewal {
        answers = List.copyOf(answers);
    }

    /** Those that still have the weak answer, and may be changed. */
    public List<SchoolAnswer> open() {
        return answers.stream()
                .filter(answer -> answer.weak() && answer.state().open())
                .toList();
    }

    /** Those that still have the weak answer in an audit that is submitted. */
    public List<SchoolAnswer> locked() {
        return answers.stream()
                .filter(answer -> answer.weak() && !answer.state().open())
                .toList();
    }

    /** How many campaigns they are of. */
    public long campaigns() {
        return answers.stream().map(SchoolAnswer::campaign).distinct().count();
    }

    /** How many have another answer already. */
    public int changed() {
        return answers.size() - open().size() - locked().size();
    }

    /** The answer of the audit among those that may be changed. */
    Optional<SchoolAnswer> open(AuditId audit) {
        return open().stream().filter(answer -> answer.id().equals(audit)).findFirst();
    }
}
