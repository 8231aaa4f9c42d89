package fr.preau.shared;

import fr.preau.access.Perimeter;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.LabelId;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What replaced collectivities have left to a unit; {@code code} is that unit's, {@code p} its perimeter. */
interface TakeoverSql {

    /** Whether anything is left at all, without looking at the answers. */
    @SqlQuery("""
            SELECT EXISTS (
                SELECT FROM formers(:code) AS f (code)
                WHERE EXISTS (SELECT FROM shared_answer s
                              WHERE s.campaign = :campaign AND s.owner = 'collectivite-' || f.code
                                AND s.verdict IS NOT NULL)
                   OR EXISTS (SELECT FROM school_label l
                              WHERE l.owner = 'collectivite-' || f.code AND l.deleted_at IS NULL))
            """)
    boolean waits(CampaignId campaign, String code);

    @SqlQuery(
            "SELECT c.name FROM formers(:code) AS f (code) JOIN collectivity c ON c.code = f.code ORDER BY c.name, c.code")
    List<String> formers(String code);

    @UseClasspathSqlLocator
    @SqlQuery
    List<TakeoverLine> lines(
            CampaignId campaign, String code, UnitId unit, @BindMethods("p") Perimeter p, LocalDate today);

    @SqlQuery("""
            SELECT l.id, l.owner, l.name, count(m.uai) AS schools
            FROM formers(:code) AS f (code)
            JOIN school_label l ON l.owner = 'collectivite-' || f.code AND l.deleted_at IS NULL
            LEFT JOIN school_label_member m ON m.label = l.id
            GROUP BY l.id
            ORDER BY l.name COLLATE "fr-x-icu", l.id
            """)
    List<Label> labels(String code);

    @UseClasspathSqlLocator
    @SqlUpdate
    int take(List<Long> chosen, UnitId unit, @BindMethods("p") Perimeter p, LocalDate today);

    /** One after the other, so that two of one name find each other. */
    @UseClasspathSqlLocator
    @SqlBatch
    int[] takeLabel(List<LabelId> label, UnitId unit);
}
