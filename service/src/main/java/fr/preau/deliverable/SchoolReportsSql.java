package fr.preau.deliverable;

import fr.preau.access.Perimeter;
import fr.preau.kernel.CampaignId;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The schools of a collectivity whose reports a person may have: {@code p} is where they see schools by name. */
interface SchoolReportsSql {
    @UseClasspathSqlLocator
    @SqlQuery
    List<SchoolReport> schools(
            CampaignId campaign, String collectivity, @BindMethods("p") Perimeter p, LocalDate today);

    @SqlQuery("SELECT c.name FROM campaign c WHERE c.id = :campaign")
    String campaign(CampaignId campaign);
}
