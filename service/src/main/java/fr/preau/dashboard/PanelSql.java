package fr.preau.dashboard;

import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Reads what each rendered audit counts by itself, as sums and quantiles alone, of a unit that has been found within the
 * reader's perimeter first. They are cut to what the reader sees by {@code unit_spread} and {@code unit_trend}.
 */
@UseClasspathSqlLocator
interface PanelSql {

    /** By type of school, and over all types. */
    @SqlQuery
    List<Spread> spreads(CampaignId campaign, UnitId unit, boolean base, @BindMethods("f") Narrowing f);

    /** The campaign and those of its holder before it, the oldest first: four at most. */
    @SqlQuery
    List<TrendPoint> trend(CampaignId campaign, UnitId unit, @BindMethods("f") Narrowing f);
}
