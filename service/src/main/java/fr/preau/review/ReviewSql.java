package fr.preau.review;

import fr.preau.access.Perimeter;
import fr.preau.audit.AuditState;
import fr.preau.audit.Reason;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The guarded writes of an audit's life: each says in its WHERE from which states it leaves, and answers 0 when the
 * audit stands elsewhere. Rights are decided before, on the audit read in the same transaction.
 */
interface ReviewSql {

    /** Refused by the count when an answer that the submission needs is missing, whatever a page had shown. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Ready> ready(
            CampaignId campaign, @BindMethods("p") Perimeter p, LocalDate today, List<AuditState> from, int limit);

    @UseClasspathSqlLocator
    @SqlUpdate
    int submit(AuditId id, AccountId by, Instant now, List<AuditState> from, List<String> needed);

    @SqlUpdate("""
            UPDATE audit SET state = 'IN_PROGRESS'
            WHERE id = :id AND state = ANY(:from) AND read_at IS NULL
            """)
    int withdraw(AuditId id, List<AuditState> from);

    @SqlUpdate("UPDATE audit SET read_at = :now WHERE id = :id AND state = 'SUBMITTED' AND read_at IS NULL")
    int markRead(AuditId id, Instant now);

    /**
     * Validates, sends back or reopens. Nobody judges their own work: not who submitted, nor who ever wrote an answer
     * that was not for the State alone.
     */
    @UseClasspathSqlLocator
    @SqlUpdate
    int judge(AuditId id, AccountId by, Instant now, AuditState to, List<AuditState> from);

    @SqlUpdate("UPDATE audit SET state = 'REMOVED' WHERE id = :id AND state = ANY(:from)")
    int remove(AuditId id, List<AuditState> from);

    @SqlUpdate("DELETE FROM rendered_answer WHERE audit = :id")
    void forgetRendered(AuditId id);

    @SqlUpdate("DELETE FROM rendered_evidence WHERE audit = :id")
    void forgetRenderedEvidence(AuditId id);

    /** Keeps what the answers are submitted with: it stays with them, whatever is removed or joins them later. */
    @SqlUpdate("""
            INSERT INTO rendered_evidence (audit, control, evidence)
            SELECT l.audit, l.control, l.evidence FROM live_evidence l WHERE l.campaign = :campaign AND l.audit = :id
            """)
    void keepEvidence(AuditId id, CampaignId campaign);

    /** Keeps the submitted answers: what reviewers go on seeing while the audit is corrected. */
    @SqlUpdate("""
            INSERT INTO rendered_answer (audit, control, verdict, comment, version, author, party, at)
            SELECT audit, control, verdict, comment, version, author, party, at
            FROM answer WHERE campaign = :campaign AND audit = :id AND verdict IS NOT NULL
            """)
    void keepRendered(AuditId id, CampaignId campaign);

    /** Only controls that the audit is asked; the count tells whether one was not. */
    @SqlUpdate("""
            INSERT INTO review_reason (audit, round, control, reason, author, at)
            SELECT a.id, a.round, c.control, :reason, :author, :at
            FROM audit a
            JOIN asked_control c ON c.campaign = a.campaign AND c.school_type = a.school_type AND c.control = :control
            WHERE a.id = :id
            """)
    int insertReason(AuditId id, ControlCode control, String reason, AccountId author, Instant at);

    /** What the last sending back asked to look at again: also once it is corrected and submitted, to judge by. */
    @SqlQuery("""
            SELECT r.control, r.reason, w.name AS author_name, r.at
            FROM audit a
            JOIN review_reason r ON r.audit = a.id
              AND r.round = a.round - CASE a.state WHEN 'SUBMITTED' THEN 1 ELSE 0 END
            LEFT JOIN account w ON w.id = r.author
            WHERE a.id = :id
            ORDER BY r.control
            """)
    List<Reason> reasons(AuditId id);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Former> former(AuditId id, @BindMethods("p") Perimeter p);

    @SqlQuery("SELECT EXISTS (SELECT FROM lineage(:unit) AS above (id) WHERE above.id = ANY(:run))")
    boolean liesWithin(String unit, List<String> run);

    @SqlQuery("SELECT c.unit FROM campaign c JOIN audit a ON a.campaign = c.id WHERE a.id = :id")
    String campaignUnit(AuditId id);
}
