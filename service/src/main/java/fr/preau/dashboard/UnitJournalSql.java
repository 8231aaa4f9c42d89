package fr.preau.dashboard;

import fr.preau.access.Perimeter;
import fr.preau.journal.Trace;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The journal of a unit {@code u}, of what lies where its reader administers: {@code p}, or {@code units} by name. */
@UseClasspathSqlLocator
interface UnitJournalSql {
    /**
     * Which entries.
     *
     * @param now at which a right past its end gives nothing
     * @param before only older ones
     */
    record Extent(Instant now, long before, int limit) {}

    @SqlQuery
    List<Trace> near(
            UnitId unit,
            List<UnitId> units,
            @BindMethods("u") Perimeter u,
            @BindMethods("p") Perimeter p,
            @BindMethods("e") Extent e);

    @SqlQuery
    List<Trace> wide(
            UnitId unit,
            List<UnitId> units,
            @BindMethods("u") Perimeter u,
            @BindMethods("p") Perimeter p,
            @BindMethods("e") Extent e);
}
