package fr.preau.dashboard;

import fr.preau.checklist.SchoolType;
import fr.preau.kernel.CampaignId;
import fr.preau.territory.Unit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/**
 * The one read without a perimeter: {@code reference_figures}, whose answer is the same for everyone of an académie, and
 * hides small cells by itself.
 */
interface BenchmarkSql {

    @SqlQuery("""
            SELECT id, name, opens_on, closes_on, checklist FROM campaign
            WHERE unit = 'nation' AND opened_at IS NOT NULL ORDER BY opens_on DESC, id DESC
            """)
    List<UnitCampaign> campaigns();

    @SqlQuery("SELECT school_type FROM campaign_type WHERE campaign = :campaign")
    List<SchoolType> types(CampaignId campaign);

    /** The académie of the employer of whom the transaction runs for; of a collectivity, that of most of its schools. */
    @SqlQuery(
            "SELECT 'academie-' || code AS id, name, 'region-' || region AS parent FROM academy WHERE code = (SELECT own_academy())")
    Optional<Unit> academy();

    /**
     * Cells by type and theme, and by type alone. There is no sum over the types: with it, a hidden type would be the
     * difference.
     *
     * @param academy null for the nation; of another than one's own there is no cell
     */
    @SqlQuery("""
            SELECT school_type, theme, shown, schools, coverage, conformity
            FROM reference_figures(:campaign, CAST(:academy AS text))
            """)
    List<BenchmarkCell> cells(CampaignId campaign, @Nullable String academy);
}
