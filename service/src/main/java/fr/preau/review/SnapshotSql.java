package fr.preau.review;

import fr.preau.audit.AuditState;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import java.util.List;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads snapshots of an audit that was found for its reader in the same transaction. */
interface SnapshotSql {

    @SqlQuery("""
            SELECT s.round, s.moment, s.at, w.name AS author_name, s.coverage, s.conformity, s.base_conformity
            FROM snapshot s LEFT JOIN account w ON w.id = s.account
            WHERE s.audit = :audit ORDER BY s.round, s.moment
            """)
    List<Snapshot> of(AuditId audit);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Snapshots.Cell> cells(
            AuditId audit,
            CampaignId campaign,
            int beforeRound,
            AuditState beforeMoment,
            int afterRound,
            AuditState afterMoment);
}
