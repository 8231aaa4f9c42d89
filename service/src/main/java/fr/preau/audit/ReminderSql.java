package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Who has not begun, and when they were last told so. */
@UseClasspathSqlLocator
interface ReminderSql {

    @SqlQuery
    List<ReminderLine> receivers(
            CampaignId campaign,
            @BindMethods("u") Perimeter u,
            @BindMethods("p") Perimeter p,
            @BindMethods("a") Perimeter a,
            List<UnitId> held,
            LocalDate today,
            Instant now,
            int limit);

    @SqlQuery
    List<AccountId> claim(CampaignId campaign, List<Long> accounts, LocalDate today, AccountId sender);
}
