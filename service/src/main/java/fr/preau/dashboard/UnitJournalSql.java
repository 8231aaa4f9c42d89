package fr.preau.dashboard;

import fr.preau.access.Perimeter;
import fr.preau.journal.Trace;
import fr.preau.kernel.UnitId;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The journal of a unit {@code u}, of what lies where its reader administers: {@code p}, or {@code units} by name. */
@RegisterConstructorMapper(Trace.class)
@UseClasspathSqlLocator
interface UnitJournalSql {

    @SqlQuery
    List<Trace> near(
            UnitId unit,
            List<UnitId> units,
            @BindMethods("u") Perimeter u,
            @BindMethods("p") Perimeter p,
            long before,
            int limit);

    @SqlQuery
    List<Trace> wide(
            UnitId unit,
            List<UnitId> units,
            @BindMethods("u") Perimeter u,
            @BindMethods("p") Perimeter p,
            long before,
            int limit);
}
