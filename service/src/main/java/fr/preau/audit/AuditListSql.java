package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Lists of audits and of campaigns, one query each, inside the reader's perimeter {@code p}. */
@RegisterConstructorMapper(AuditLine.class)
@RegisterConstructorMapper(StateCount.class)
@RegisterConstructorMapper(CampaignLine.class)
@UseClasspathSqlLocator
interface AuditListSql {

    @SqlQuery
    List<AuditLine> page(
            CampaignId campaign,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            @BindMethods("f") AuditFilter f,
            @BindMethods("u") Perimeter u,
            @Nullable AuditId after,
            int limit);

    @SqlQuery
    List<StateCount> countByState(CampaignId campaign, @BindMethods("p") Perimeter p, LocalDate today);

    @SqlQuery
    List<CampaignLine> campaigns(@BindMethods("p") Perimeter p, LocalDate today, List<String> run);

    @SqlQuery
    List<AuditLine> search(@BindMethods("p") Perimeter p, LocalDate today, List<String> words, int limit);
}
