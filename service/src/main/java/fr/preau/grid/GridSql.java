package fr.preau.grid;

import fr.preau.access.Perimeter;
import fr.preau.audit.Audit;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.web.Option;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What the grid shows: its rows inside the perimeter {@code p} of who answers, and all of their cells in one query. */
@UseClasspathSqlLocator
interface GridSql {

    @SqlQuery
    List<Audit> rows(
            CampaignId campaign,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            @BindMethods("f") GridFilter f,
            List<UnitId> owners,
            @Nullable AuditId after,
            int limit);

    @SqlQuery
    List<GridCell> cells(CampaignId campaign, List<Long> audits, @Nullable String theme);

    @SqlQuery
    List<Entrusted> entrusted(CampaignId campaign, List<Long> audits, @Nullable String theme);

    /** The communes of the rows that one may narrow to, by their code. */
    @SqlQuery
    List<Option> communes(CampaignId campaign, @BindMethods("p") Perimeter p, LocalDate today);

    /** The labels of the person's units. */
    @SqlQuery
    List<Option> labels(List<UnitId> owners);

    /** How many answers are missing in each theme, over the same audits. */
    @SqlQuery
    List<ThemeLeft> left(CampaignId campaign, List<Long> audits);
}
