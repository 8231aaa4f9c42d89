package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Many answers at once: what they meet, inside the writer's perimeter {@code p}, and their writing by sets. */
interface ManySql {

    /** Those of the audits that lie in the perimeter, by id. */
    @UseClasspathSqlLocator
    @SqlQuery("audits")
    List<Long> seen(List<Long> audits, @BindMethods("p") Perimeter p, LocalDate today);

    /** Holds the audits' state still, and every save on them: in the order of their ids, so that nobody waits in a ring. */
    @SqlQuery("SELECT id FROM audit WHERE id = ANY(:audits) ORDER BY id FOR NO KEY UPDATE")
    List<Long> lock(List<Long> audits);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Audit> audits(List<Long> audits, @BindMethods("p") Perimeter p, LocalDate today);

    /** The asked controls of locked audits, with their answers. */
    @SqlQuery("""
            SELECT c.audit, c.control, c.theme, c.level, c.weight, c.party, c.position, c.verdict, c.comment,
                   COALESCE(c.version, 0) AS version, c.author, n.name AS author_name, c.author_party, c.at
            FROM audit_cell c LEFT JOIN account n ON n.id = c.author
            WHERE c.campaign = ANY(:campaigns) AND c.audit = ANY(:audits) AND c.control = ANY(:controls)
            """)
    List<AuditCell> cells(List<Long> campaigns, List<Long> audits, List<String> controls);

    @SqlQuery("""
            SELECT p.audit, p.control, p.shared, p.owner, p.owner_name, p.follows, p.verdict, false AS mine
            FROM answer_provenance p
            WHERE p.campaign = ANY(:campaigns) AND p.audit = ANY(:audits) AND p.control = ANY(:controls)
            """)
    List<AuditProvenance> provenances(List<Long> campaigns, List<Long> audits, List<String> controls);

    @UseClasspathSqlLocator
    @SqlUpdate
    int write(
            List<Long> campaigns,
            List<Long> audits,
            List<String> controls,
            List<String> verdicts,
            String[] comments,
            List<String> parties,
            AccountId author,
            Instant at);

    /** Who writes can't judge: by the party that each control falls to, as a single save keeps it. */
    @SqlUpdate("""
            INSERT INTO audit_writer (audit, account, party)
            SELECT DISTINCT g.audit, :author, g.party
            FROM unnest(CAST(:audits AS bigint[]), CAST(:fallTo AS text[])) AS g (audit, party)
            ON CONFLICT DO NOTHING
            """)
    void addWriters(List<Long> audits, List<String> fallTo, AccountId author);

    /** Begins those that nobody has begun, and names them. */
    @SqlUpdate("UPDATE audit SET state = 'IN_PROGRESS' WHERE id = ANY(:audits) AND state = 'TO_DO'")
    @GetGeneratedKeys("id")
    List<AuditId> start(List<Long> audits);
}
