package fr.preau.plan;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.audit.Answers;
import fr.preau.audit.NewAnswer;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Proposes the new answer of an action that is done to the schools that still have the weak one, and writes it where the
 * person says so: save by save, in one transaction, so that every rule of a single save holds.
 */
public final class Renewals {
    private final Database database;
    private final Journal journal;
    private final Actions actions;
    private final Answers answers;

    public Renewals(Database database, Journal journal, Actions actions, Answers answers) {
        this.database = database;
        this.journal = journal;
        this.actions = actions;
        this.answers = answers;
    }

    /** An audit, and the version of its answer that the person has seen. */
    public record Chosen(AuditId audit, int seen) {
        /** Reads {@code 12-3}, as the form sends it; anything else is not found. */
        static Chosen parse(String text) {
            if (!text.matches("[0-9]{1,18}-[0-9]{1,9}")) {
                throw Refusal.notFound();
            }
            String[] parts = text.split("-", 2);
            return new Chosen(AuditId.fromString(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    /** What there is to renew now; nothing is written. */
    public Renewal prepare(Principal by, ActionId id) {
        return database.call(by, tx -> prepare(tx, by, id));
    }

    /**
     * Writes the answer in the chosen audits, all or nothing.
     *
     * @return how many answers were written
     * @throws Refusal conflict when the action is not done; stale, with what there is now, when one of the answers has
     *     changed since or is no longer to be changed
     */
    public int apply(Principal by, ActionId id, NewAnswer answer, List<Chosen> chosen) {
        by.needs(Scope.ANSWER);
        return database.call(by, tx -> {
            Renewal renewal = prepare(tx, by, id);
            CorrectiveAction action = renewal.view().action();
            if (action.state() != ActionState.DONE) {
                throw Refusal.conflict("plan.renew.notDone");
            }
            if (chosen.isEmpty()) {
                throw Refusal.invalid("chosen", "plan.renew.none");
            }
            boolean fresh = chosen.stream()
                    .allMatch(one -> renewal.open(one.audit())
                            .filter(now -> now.version() == one.seen())
                            .isPresent());
            if (!fresh) {
                throw new Refusal(new Problem.Stale(Message.of("plan.renew.stale"), renewal));
            }
            // By their ids, as all who write in many audits: nobody waits in a ring.
            chosen.stream()
                    .distinct()
                    .sorted(Comparator.comparing(one -> one.audit().value()))
                    .forEach(one -> answers.save(by, one.audit(), action.control(), one.seen(), answer));
            journal.record(
                    tx,
                    Entry.of(by, "action.answered", action.object())
                            .with(Map.of("verdict", answer.verdict().name(), "answers", chosen.size())));
            return chosen.size();
        });
    }

    private Renewal prepare(Handle tx, Principal by, ActionId id) {
        ActionView view = actions.view(tx, by, id);
        List<SchoolAnswer> found = tx.attach(ActionSql.class)
                .answers(view.action().control(), null, id, by.perimeter(Role.AGENT, Role.ESTABLISHMENT), view.today());
        return new Renewal(
                view,
                found.stream()
                        .filter(answer -> answer.answeredBy(by.grants(), view.today()))
                        .toList());
    }
}
