package fr.preau.shared;

import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One control asked of a set of an owner's schools, and the shared answer that their answers are held against: what the
 * statements of {@link SharedSql} and {@link SharedWriteSql} bind.
 *
 * @param shared null for one that was never given
 * @param answer null for one that gives nothing, its only application undone
 * @param schools the UAIs of a list or of a label's schools; else empty
 */
public record Question(
        CampaignId campaign,
        UnitId owner,
        ControlCode control,
        SchoolSet set,
        @Nullable SharedAnswerId shared,
        @Nullable NewAnswer answer,
        List<String> schools) {

    static Question of(Proposal proposal, @Nullable SharedAnswerId shared) {
        return new Question(
                proposal.campaign(),
                proposal.owner(),
                proposal.control(),
                proposal.set(),
                shared,
                proposal.answer(),
                proposal.set().schools());
    }

    static Question of(SharedAnswer given) {
        return new Question(
                given.campaign(),
                given.owner(),
                given.control(),
                given.set(),
                given.id(),
                given.verdict() == null ? null : given.answer(),
                given.schools());
    }

    /** Asked of these schools: those that bear the set's label now. */
    Question of(List<String> members) {
        return new Question(campaign, owner, control, set, shared, answer, members);
    }

    public String kind() {
        return set.kind().name();
    }

    public String value() {
        return set.value();
    }

    public @Nullable Verdict verdict() {
        return answer == null ? null : answer.verdict();
    }

    public @Nullable String comment() {
        return answer == null ? null : answer.comment();
    }
}
