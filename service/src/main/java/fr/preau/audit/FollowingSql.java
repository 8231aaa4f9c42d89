package fr.preau.audit;

import fr.preau.kernel.CampaignId;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Open audits of a collectivity that another replaces; :run carries the units whose campaigns the person runs. */
@UseClasspathSqlLocator
interface FollowingSql {

    /** Before the schools have gone over, those are counted that will. */
    @SqlQuery
    List<FollowedCampaign> campaigns(String former, String successor, List<String> run, LocalDate today);

    @SqlQuery
    List<RosterChange> following(CampaignId campaign, String former, String successor);
}
