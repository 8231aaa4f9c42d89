package fr.preau.shared;

import fr.preau.access.Perimeter;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.SharedAnswerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What is written for many schools at once, each by one statement over the set. Locks are taken in one order by everyone:
 * the shared answer, then its audits by id, then answers.
 */
interface SharedWriteSql {

    /** Makes the place of a shared answer that nobody has given yet. */
    @SqlUpdate("""
            INSERT INTO shared_answer (campaign, owner, control, set_kind, set_value, label, schools, changed_at, changed_by)
            VALUES (:p.campaign, :p.owner, :p.control, :set.kind, :set.value, :set.label, :set.schools, :at, :by)
            ON CONFLICT DO NOTHING
            """)
    void place(@BindMethods("p") Proposal p, @BindMethods("set") SchoolSet set, Instant at, AccountId by);

    @SqlQuery("SELECT id FROM shared_answer WHERE id = :shared FOR UPDATE")
    SharedAnswerId hold(SharedAnswerId shared);

    /** The audits of the set's schools, held until the end. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Long> lock(@BindMethods("q") Question q, @BindMethods("p") Perimeter p, LocalDate today);

    /** Holds audits' state still, and every save on them: in the order of their ids, so that nobody waits in a ring. */
    @SqlQuery("SELECT id FROM audit WHERE id = ANY(:audits) ORDER BY id FOR NO KEY UPDATE")
    List<Long> lockAudits(List<Long> audits);

    @SqlUpdate("DELETE FROM shared_change WHERE shared = :shared")
    void forgetChanges(SharedAnswerId shared);

    @SqlUpdate("DELETE FROM shared_application WHERE shared = :shared")
    void forgetApplication(SharedAnswerId shared);

    @SqlUpdate("""
            INSERT INTO shared_application (shared, prior_verdict, prior_comment, at, account)
            SELECT id, verdict, comment, :at, :by FROM shared_answer WHERE id = :shared
            """)
    void rememberApplication(SharedAnswerId shared, Instant at, AccountId by);

    @UseClasspathSqlLocator
    @SqlUpdate
    int keepNothing(@BindMethods("q") Question q, List<Long> audits, Party party, Instant at, AccountId author);

    @UseClasspathSqlLocator
    @SqlUpdate
    int keepPrior(@BindMethods("q") Question q, List<Long> audits);

    /** What stood first stays, of a school that comes back to the shared answer; 0 when nothing is kept of it. */
    @SqlUpdate("""
            UPDATE shared_change c SET version = w.version + 1
            FROM answer w
            WHERE c.shared = :q.shared AND c.audit = :audit
              AND w.campaign = :q.campaign AND w.audit = c.audit AND w.control = :q.control
            """)
    int comeBack(@BindMethods("q") Question q, long audit);

    @UseClasspathSqlLocator
    @SqlUpdate
    int write(@BindMethods("q") Question q, List<Long> audits, Party party, Instant at, AccountId author);

    @UseClasspathSqlLocator
    @SqlUpdate
    int correct(@BindMethods("q") Question q, List<Long> audits, Party party, Instant at, AccountId author);

    /** Own answers that were met and kept: from now on exceptions that show. Their version doesn't move. */
    @SqlUpdate("""
            UPDATE answer SET shared = :q.shared, shared_version = 0
            WHERE campaign = :q.campaign AND control = :q.control AND audit = ANY(:audits) AND shared IS NULL
            """)
    void markKept(@BindMethods("q") Question q, List<Long> audits);

    /** Nothing is left to be an exception to, once the only application is undone. */
    @SqlUpdate("""
            UPDATE answer SET shared = NULL, shared_version = NULL
            WHERE campaign = :campaign AND shared = :shared AND shared_version = 0
              AND EXISTS (SELECT FROM shared_answer s WHERE s.id = :shared AND s.verdict IS NULL)
            """)
    void unmarkKept(SharedAnswerId shared, CampaignId campaign);

    /** Who writes can't judge: by the party that each control falls to, as a single save keeps it; the audits are locked. */
    @SqlUpdate("""
            INSERT INTO audit_writer (audit, account, party)
            SELECT g.audit, :author, g.party
            FROM unnest(CAST(:audits AS bigint[]), CAST(:fallTo AS text[])) AS g (audit, party)
            WHERE NOT EXISTS (SELECT FROM audit_writer w
                              WHERE w.audit = g.audit AND w.account = :author AND w.party = g.party)
            """)
    void addWriters(List<Long> audits, List<String> fallTo, AccountId author);

    @SqlUpdate("UPDATE audit SET state = 'IN_PROGRESS' WHERE id = ANY(:audits) AND state = 'TO_DO'")
    int start(List<Long> audits);

    @SqlUpdate("""
            UPDATE shared_answer
            SET verdict = :verdict, comment = :comment, edition = edition + 1, changed_at = :at, changed_by = :by
            WHERE id = :shared
            """)
    void change(SharedAnswerId shared, @Nullable Verdict verdict, @Nullable String comment, Instant at, AccountId by);

    @SqlQuery("SELECT audit FROM shared_change WHERE shared = :shared ORDER BY audit")
    List<Long> changed(SharedAnswerId shared);

    @UseClasspathSqlLocator
    @SqlQuery
    int touched(SharedAnswerId shared, CampaignId campaign, ControlCode control);

    @UseClasspathSqlLocator
    @SqlUpdate
    int restore(SharedAnswerId shared, CampaignId campaign, ControlCode control);

    /** The shared answer as it was before its last application. */
    @SqlUpdate("""
            UPDATE shared_answer s
            SET verdict = p.prior_verdict, comment = p.prior_comment, edition = s.edition + 1, changed_at = :at,
                changed_by = :by
            FROM shared_application p WHERE s.id = :shared AND p.shared = s.id
            """)
    void goBack(SharedAnswerId shared, Instant at, AccountId by);
}
