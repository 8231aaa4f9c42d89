package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Where the audits of a unit stand: kept sums of the State's tree, collectivities from their own audits (ADR 22). */
interface FollowSql {

    /** A unit that lies in one of those held. */
    @SqlQuery("""
            SELECT u.id, u.name, u.parent FROM unit u
            WHERE u.id = :unit AND EXISTS (SELECT FROM lineage(u.id) AS above (id) WHERE above.id = ANY(:held))
            """)
    Optional<Unit> unit(UnitId unit, List<UnitId> held);

    /** The unit itself when it is the State's, and the units right below it. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<FollowLine> state(CampaignId campaign, UnitId unit, @BindMethods("p") Perimeter p, LocalDate today);

    @UseClasspathSqlLocator
    @SqlQuery
    List<FollowLine> collectivities(
            CampaignId campaign, @BindMethods("u") Perimeter u, @BindMethods("p") Perimeter p, LocalDate today);
}
