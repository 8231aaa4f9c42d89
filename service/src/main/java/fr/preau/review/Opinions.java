package fr.preau.review;

import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.audit.AuditState;
import fr.preau.audit.Opinion;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's opinions on what is submitted, one a control, beside the answer and never over it. They are the reviewers'
 * own until the audit is judged: the journal keeps them apart from the audit's history until then.
 */
public final class Opinions {
    private final Database database;
    private final Journal journal;
    private final Reviews reviews;
    private final InstantSource clock;

    public Opinions(Database database, Journal journal, Reviews reviews, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** The opinions that the person sees of the audit, in the checklist's order. */
    public List<Opinion> of(Principal by, AuditId audit) {
        return reviews.seen(by, audit).reviewed().opinions();
    }

    /** The audit as the page of an opinion shows it; opening it is opening the audit for review. */
    public UnderReview open(Principal by, AuditId audit) {
        return reviews.underReview(by, audit);
    }

    /** Whether the person wrote the State's answer to the control, and so gives no opinion on it. */
    public boolean own(Principal by, AuditId audit, ControlCode control) {
        return database.call(by, tx -> standing(tx.attach(OpinionWriteSql.class), by, audit, control))
                .own();
    }

    /** What an opinion must send as seen: it goes on counting when one is taken back. */
    public int version(Principal by, AuditId audit, ControlCode control) {
        return database.call(by, tx -> standing(tx.attach(OpinionWriteSql.class), by, audit, control))
                .version();
    }

    /**
     * Gives an opinion, or another one than before.
     *
     * @param seen version that the reviewer has seen, 0 for none
     * @return the version that was written
     * @throws Refusal not found outside one's sight or for a control that is not asked; forbidden for who had a hand in
     *     the answers; conflict unless the audit is submitted and the control answered; stale when somebody was faster
     */
    public int give(Principal by, AuditId id, ControlCode control, int seen, NewOpinion opinion) {
        by.needs(Scope.REVIEW);
        return database.call(by, tx -> {
            reviews.begin(tx, by, id);
            OpinionWriteSql sql = tx.attach(OpinionWriteSql.class);
            AuditState state = AuditState.valueOf(sql.hold(id));
            OpinionWriteSql.Standing before = standing(sql, by, id, control);
            if (sql.give(id, control, opinion, seen, by.account(), clock.instant()) == 0) {
                throw why(state, before, opinion);
            }
            tx.attach(TrailSql.class).withdrawProposal(id);
            Map<String, Object> after = new LinkedHashMap<>();
            after.put("opinion", opinion.kind().name());
            after.put("version", seen + 1);
            if (opinion.verdict() != null) {
                after.put("verdict", opinion.verdict().name());
            }
            record(tx, by, "opinion.given", id, control, before, after, opinion.reason());
            return seen + 1;
        });
    }

    /** Takes an opinion back, as long as the audit is not judged. */
    public void takeBack(Principal by, AuditId id, ControlCode control, int seen) {
        by.needs(Scope.REVIEW);
        database.run(by, tx -> {
            reviews.begin(tx, by, id);
            OpinionWriteSql sql = tx.attach(OpinionWriteSql.class);
            AuditState state = AuditState.valueOf(sql.hold(id));
            OpinionWriteSql.Standing before = standing(sql, by, id, control);
            if (!before.neutral()
                    || before.own()
                    || sql.takeBack(id, control, seen, by.account(), clock.instant()) == 0) {
                throw why(state, before, null);
            }
            tx.attach(TrailSql.class).withdrawProposal(id);
            record(tx, by, "opinion.takenBack", id, control, before, Map.of("version", seen + 1), null);
        });
    }

    private static OpinionWriteSql.Standing standing(
            OpinionWriteSql sql, Principal by, AuditId id, ControlCode control) {
        return sql.standing(id, control, by.account()).orElseThrow(Refusal::notFound);
    }

    private static Refusal why(AuditState state, OpinionWriteSql.Standing before, @Nullable NewOpinion opinion) {
        if (state != AuditState.SUBMITTED) {
            return Refusal.conflict("review.wrongState." + state.name());
        }
        if (!before.neutral()) {
            return Refusal.forbidden("review.ownWork");
        }
        if (before.own()) {
            return Refusal.forbidden("review.opinion.own");
        }
        String declared = before.declared();
        if (declared == null) {
            return Refusal.conflict("review.opinion.noAnswer");
        }
        if (opinion != null
                && opinion.verdict() != null
                && opinion.verdict().name().equals(declared)) {
            return Refusal.invalid("verdict", "review.opinion.same");
        }
        return new Refusal(new Problem.Stale(Message.of("review.opinion.stale"), null));
    }

    private void record(
            Handle tx,
            Principal by,
            String action,
            AuditId id,
            ControlCode control,
            OpinionWriteSql.Standing before,
            Map<String, ?> after,
            @Nullable String reason) {
        Map<String, ?> was =
                before.kind() == null ? null : Map.of("opinion", before.kind(), "version", before.version());
        journal.record(
                tx,
                Entry.of(by, action, "opinion/" + id + "/" + control)
                        .change(was, after)
                        .text(reason));
    }
}
