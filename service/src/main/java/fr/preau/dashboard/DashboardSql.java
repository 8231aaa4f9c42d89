package fr.preau.dashboard;

import fr.preau.access.Perimeter;
import fr.preau.audit.StateCount;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads of units: each takes the unit as {@code u} and the reader's perimeter as {@code p}, both by the columns that an
 * audit carries since its opening.
 */
@RegisterConstructorMapper(Unit.class)
@RegisterConstructorMapper(UnitCampaign.class)
@RegisterConstructorMapper(StateCount.class)
@RegisterConstructorMapper(Slice.class)
@RegisterConstructorMapper(ChildFigures.class)
@RegisterConstructorMapper(SchoolLine.class)
@UseClasspathSqlLocator
interface DashboardSql {

    /** The unit, when it is in sight. */
    @SqlQuery
    Optional<Unit> unit(String kind, String code, @BindMethods("p") Perimeter p);

    @SqlQuery
    List<UnitCampaign> campaigns(@BindMethods("u") Perimeter u, @BindMethods("p") Perimeter p);

    /** Of a unit of the State's tree that {@link #unit} has found, from the kept figures. */
    @SqlQuery
    List<StateCount> states(CampaignId campaign, UnitId unit);

    /** Of a collectivity. */
    @SqlQuery
    List<StateCount> collectivityStates(
            CampaignId campaign, @BindMethods("u") Perimeter u, @BindMethods("p") Perimeter p);

    /** Of a unit of the State's tree that {@link #unit} has found, from the kept figures. */
    @SqlQuery
    List<Slice> slices(CampaignId campaign, UnitId unit);

    /** Of a collectivity. */
    @SqlQuery
    List<Slice> collectivitySlices(CampaignId campaign, @BindMethods("u") Perimeter u, @BindMethods("p") Perimeter p);

    /** Below a unit of the State's tree that {@link #unit} has found, departments excepted. */
    @SqlQuery
    List<ChildFigures> children(CampaignId campaign, String kind, String code);

    /** Below a department. */
    @SqlQuery
    List<ChildFigures> collectivities(
            CampaignId campaign, @BindMethods("u") Perimeter u, @BindMethods("p") Perimeter p);

    /** @param p where the reader sees schools by name */
    @SqlQuery
    List<SchoolLine> schools(
            CampaignId campaign,
            @BindMethods("u") Perimeter u,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            @Nullable AuditId after,
            int limit);
}
