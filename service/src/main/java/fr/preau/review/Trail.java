package fr.preau.review;

import fr.preau.access.Principal;
import fr.preau.audit.Audit;
import fr.preau.audit.AuditState;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What a review leaves behind it, in the caller's transaction: who looked and who closed, the audit frozen before and
 * after, and the opinions that its side sees from then on.
 */
final class Trail {
    private final Journal journal;
    private final InstantSource clock;

    Trail(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void opened(Handle tx, Principal by, List<AuditId> audits) {
        tx.attach(TrailSql.class).open(audits, by.account(), clock.instant());
    }

    void submitted(Handle tx, Principal by, AuditId audit) {
        freeze(tx, by, List.of(audit), AuditState.SUBMITTED);
    }

    /** Validated or sent back: the review is closed, its opinions are published. */
    void judged(Handle tx, Principal by, List<AuditId> audits, AuditState to) {
        TrailSql sql = tx.attach(TrailSql.class);
        sql.close(audits, by.account(), clock.instant(), to.name());
        journal.recordAll(
                tx,
                by,
                sql.published(audits).stream().map(one -> entry(by, one)).toList());
        if (to == AuditState.VALIDATED) {
            freeze(tx, by, audits, to);
        }
    }

    /** Many validated at once, which one entry of the journal tells. */
    void judgedTogether(Handle tx, Principal by, List<AuditId> audits) {
        judged(tx, by, audits, AuditState.VALIDATED);
    }

    private void freeze(Handle tx, Principal by, List<AuditId> audits, AuditState moment) {
        tx.attach(TrailSql.class).freeze(audits, moment.name(), by.account(), clock.instant());
    }

    private static Entry entry(Principal by, TrailSql.Published one) {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("opinion", one.kind());
        if (one.verdict() != null) {
            after.put("verdict", one.verdict());
        }
        return Entry.of(by, "opinion.published", Audit.object(one.audit()) + "/" + one.control())
                .with(after)
                .text(one.reason());
    }
}
