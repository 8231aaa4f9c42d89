package fr.preau.dashboard;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads schools by name: {@code u} is the unit, {@code p} where the reader sees them by name. */
interface SchoolSql {
    @SqlQuery
    @UseClasspathSqlLocator
    List<SchoolLine> schools(
            CampaignId campaign,
            @BindMethods("u") Perimeter u,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            @BindMethods("f") SchoolFilter f,
            @Nullable AuditId after,
            int limit);
}
