package fr.preau.plan;

import fr.preau.access.Perimeter;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Counts of what waits, within the units {@code p} in which the person answers, or reviews. */
interface TodoSql {

    @UseClasspathSqlLocator
    @SqlQuery
    List<TodoCampaign> campaigns(@BindMethods("p") Perimeter p, LocalDate today);

    /** Audits that wait for a reviewer of these units. */
    @SqlQuery("""
            SELECT count(*) FROM audit a
            WHERE a.state = 'SUBMITTED'
              AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
                   OR a.department = ANY(:p.departments))
            """)
    int toReview(@BindMethods("p") Perimeter p);
}
