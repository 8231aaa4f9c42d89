package fr.preau.dashboard;

import fr.preau.access.Perimeter;
import fr.preau.audit.FigureReading;
import fr.preau.audit.StateCount;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.territory.Unit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads sums of units, which {@link #unit} has found within the reader's perimeter {@code p} first. The sums are cut to
 * what the reader sees by {@code figures_of} and {@code states_of}.
 */
@UseClasspathSqlLocator
interface DashboardSql {

    /** The unit, when it is in sight. */
    @SqlQuery
    Optional<Unit> unit(String kind, String code, @BindMethods("p") Perimeter p);

    @SqlQuery
    List<UnitCampaign> campaigns(@BindMethods("s") Scope s);

    @SqlQuery
    List<StateCount> states(CampaignId campaign, @BindMethods("s") Scope s, @BindMethods("f") Narrowing f);

    @SqlQuery
    List<Slice> slices(CampaignId campaign, @BindMethods("s") Scope s, @BindMethods("f") Narrowing f);

    /** The units of the State's tree that a unit is split into, by name. */
    @SqlQuery
    List<Unit> parts(String kind, String code, Split split);

    /** The collectivities of these ids, by name. */
    @SqlQuery
    List<Unit> collectivities(List<String> ids);

    /** By line, and by line and theme; of one control or, null, of all. */
    @SqlQuery
    List<SplitCell> cells(
            CampaignId campaign,
            @Nullable ControlCode control,
            boolean types,
            @BindMethods("s") Scope s,
            @BindMethods("f") Narrowing f);

    /** Units of the State's tree over all of their controls: one kept row each, without the base level. */
    @SqlQuery
    List<SplitCell> totals(CampaignId campaign, List<String> units, FigureReading reading);

    /** The same of a department's collectivities, each by its schools there. */
    @SqlQuery
    List<SplitCell> within(CampaignId campaign, @BindMethods("s") Scope s, FigureReading reading);

    /** The same by kind of collectivity, of several departments. */
    @SqlQuery
    List<KindLine> kinds(CampaignId campaign, List<String> departments, FigureReading reading);

    @SqlQuery
    List<SplitRoster> rosters(
            CampaignId campaign, boolean types, @BindMethods("s") Scope s, @BindMethods("f") Narrowing f);

    /** By control, in the checklist's order. */
    @SqlQuery
    List<ControlSum> controls(CampaignId campaign, @BindMethods("s") Scope s, @BindMethods("f") Narrowing f);
}
