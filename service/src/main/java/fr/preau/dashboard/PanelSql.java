package fr.preau.dashboard;

import fr.preau.access.Perimeter;
import fr.preau.kernel.CampaignId;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Reads what each rendered audit counts by itself, to give back sums and quantiles alone; {@code u} is the unit, {@code
 * p} the reader's perimeter.
 */
@RegisterConstructorMapper(Spread.class)
@RegisterConstructorMapper(TrendPoint.class)
@UseClasspathSqlLocator
interface PanelSql {

    /** By type of school, and over all types. */
    @SqlQuery
    List<Spread> spreads(
            CampaignId campaign,
            boolean base,
            @BindMethods("u") Perimeter u,
            @BindMethods("p") Perimeter p,
            @BindMethods("f") Narrowing f);

    /** The campaign and those of its holder before it, the oldest first. */
    @SqlQuery
    List<TrendPoint> trend(
            CampaignId campaign,
            int most,
            @BindMethods("u") Perimeter u,
            @BindMethods("p") Perimeter p,
            @BindMethods("f") Narrowing f);
}
