package fr.preau.plan;

import fr.preau.access.Perimeter;
import fr.preau.checklist.Party;
import fr.preau.kernel.CampaignId;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Sums over a unit {@code u}, by the columns that audits carry since their opening: within the person's units {@code p}
 * what is handed in, and while the campaign is open what they fill in themselves ({@code own}, {@code state}).
 */
@UseClasspathSqlLocator
interface StartSql {

    @SqlQuery
    Basis basis(
            CampaignId campaign,
            boolean open,
            @BindMethods("u") Perimeter u,
            @BindMethods("p") Perimeter p,
            @BindMethods("own") Perimeter own,
            @BindMethods("state") Perimeter state);

    /** @param parties those for which the person answers in the unit */
    @SqlQuery
    List<Start> ranking(
            CampaignId campaign,
            boolean open,
            List<Party> parties,
            @BindMethods("u") Perimeter u,
            @BindMethods("p") Perimeter p,
            @BindMethods("own") Perimeter own,
            @BindMethods("state") Perimeter state);
}
