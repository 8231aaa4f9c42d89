package fr.preau.edition;

import fr.preau.access.Perimeter;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is read to be frozen, of the unit that {@code u} is, which the caller has found to be the person's to edit. */
interface FreezeSql {

    @SqlQuery("SELECT EXISTS (SELECT FROM lineage(:unit) AS above (id) WHERE above.id = ANY(:run))")
    boolean edits(UnitId unit, List<String> run);

    @SqlQuery("SELECT checklist FROM campaign WHERE id = :campaign AND opened_at IS NOT NULL")
    Optional<ChecklistId> opened(CampaignId campaign);

    @UseClasspathSqlLocator
    @SqlQuery
    List<RosterLine> roster(CampaignId campaign, @BindMethods("u") Perimeter u);

    /** @param agreed collectivities that appear by name */
    @UseClasspathSqlLocator
    @SqlQuery
    List<FrozenFigure> figures(CampaignId campaign, @BindMethods("u") Perimeter u, List<String> agreed);

    @UseClasspathSqlLocator
    @SqlQuery
    List<FrozenFigure> collectivityFigures(CampaignId campaign, @BindMethods("u") Perimeter u);

    /** @param p where the person sees schools by name */
    @UseClasspathSqlLocator
    @SqlQuery
    List<FrozenSchool> schools(
            CampaignId campaign, @BindMethods("u") Perimeter u, @BindMethods("p") Perimeter p, LocalDate today);

    /** Twice the weight that a school of each type is asked. */
    @SqlQuery("SELECT school_type, 2 * weight AS heaviest FROM asked_total WHERE campaign = :campaign")
    @KeyColumn("school_type")
    @ValueColumn("heaviest")
    Map<SchoolType, Long> heaviest(CampaignId campaign);

    @SqlQuery(
            "SELECT collectivity FROM appearance WHERE campaign = :campaign AND ended_at IS NULL ORDER BY collectivity")
    List<String> agreed(CampaignId campaign);
}
