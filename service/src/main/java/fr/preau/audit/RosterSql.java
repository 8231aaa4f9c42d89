package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What a campaign's own page reads beside the lists of {@link AuditListSql}. */
interface RosterSql {

    /** What an opened campaign asks, by type and level. */
    @SqlQuery("""
            SELECT school_type, level, count(*) AS controls FROM asked_control
            WHERE campaign = :campaign GROUP BY school_type, level
            """)
    List<AskedCount> asked(CampaignId campaign);

    @SqlQuery("SELECT EXISTS (SELECT FROM lineage(:unit) AS above (id) WHERE above.id = ANY(:run))")
    boolean runs(UnitId unit, List<String> run);

    /** The units for which somebody may prepare a campaign: their own, and those below in the State's tree. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Unit> units(@BindMethods("p") Perimeter p);
}
