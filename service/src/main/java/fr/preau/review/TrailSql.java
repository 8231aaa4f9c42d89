package fr.preau.review;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** What a review leaves behind it; see {@link Trail}. */
interface TrailSql {

    /** An opinion that its side sees from now on. */
    record Published(
            AuditId audit,
            String control,
            String kind,
            @Nullable String verdict,
            @Nullable String reason) {}

    /** One open review an audit: a second look finds the first one's. */
    @SqlUpdate("""
            INSERT INTO review (audit, round, opened_at, opened_by)
            SELECT a.id, a.round, :now, :by FROM audit a WHERE a.id = ANY(:audits) AND a.state = 'SUBMITTED'
            ON CONFLICT (audit) WHERE closed_at IS NULL DO NOTHING
            """)
    int open(List<AuditId> audits, AccountId by, Instant now);

    /** For the first of two reviewers, who had no hand in the answers; refused by the count to whoever did. */
    @UseClasspathSqlLocator
    @SqlUpdate
    int propose(AuditId audit, AccountId by, Instant now);

    /** Who has proposed; empty unless two reviewers are needed and the first one has. */
    @SqlQuery("""
            SELECT w.name AS author_name, r.proposed_at AS at, r.proposed_by = :by AS mine
            FROM review r LEFT JOIN account w ON w.id = r.proposed_by
            WHERE r.audit = :audit AND r.closed_at IS NULL AND r.proposed_by IS NOT NULL
            """)
    Optional<Proposed> proposed(AuditId audit, AccountId by);

    /** What was proposed is another thing once an opinion changes. */
    @SqlUpdate("UPDATE review SET proposed_at = NULL, proposed_by = NULL WHERE audit = :audit AND closed_at IS NULL")
    void withdrawProposal(AuditId audit);

    @SqlUpdate("""
            UPDATE review SET closed_at = :now, closed_by = :by, outcome = :outcome
            WHERE audit = ANY(:audits) AND closed_at IS NULL
            """)
    int close(List<AuditId> audits, AccountId by, Instant now, String outcome);

    @SqlQuery("""
            SELECT o.audit, o.control, o.kind, o.verdict, o.reason
            FROM opinion o JOIN audit a ON a.id = o.audit AND a.round = o.round
            WHERE o.audit = ANY(:audits) AND o.kind IS NOT NULL
            ORDER BY o.audit, o.control
            """)
    List<Published> published(List<AuditId> audits);

    /** Freezes audits as they stand; the reading follows from the moment. */
    @UseClasspathSqlLocator
    @SqlUpdate
    int freeze(List<AuditId> audits, String moment, AccountId by, Instant now);
}
