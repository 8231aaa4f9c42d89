package fr.preau.audit;

import fr.preau.checklist.Party;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads opinions, of an audit that was found for its reader in the same transaction; they are written in review. */
interface OpinionSql {

    /** An opinion with the party of its control, which decides who sees it. */
    record Row(Party party, @Nested Opinion opinion) {}

    @SqlQuery("""
            SELECT c.party, o.control, o.round, o.kind, o.verdict, o.reason, o.version, w.name AS author_name, o.at
            FROM opinion o
            JOIN audit a ON a.id = o.audit
            JOIN asked_control c ON c.campaign = :campaign AND c.school_type = a.school_type AND c.control = o.control
            LEFT JOIN account w ON w.id = o.author
            WHERE o.audit = :id AND o.round = :round AND o.kind IS NOT NULL
            ORDER BY c.position
            """)
    List<Row> opinions(AuditId id, CampaignId campaign, int round);
}
