package fr.preau.access;

import fr.preau.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** People with their rights, as an administrator sees them and as they see themselves. */
interface PeopleSql {

    /**
     * Before {@link #list}: a perimeter is a commune or the nation, so that a plan made for any of them serves none; on
     * 5,000 people it took 3 s where the right one takes 0.05 s.
     */
    @SqlQuery("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
    String planForTheseValues();

    @UseClasspathSqlLocator
    @SqlQuery
    List<CountedPerson> list(
            @BindMethods("p") Perimeter perimeter,
            @BindMethods("u") Perimeter within,
            @BindMethods("f") PeopleFilter filter,
            @Nullable AccountId after,
            Instant now,
            int limit);

    @UseClasspathSqlLocator
    @SqlQuery
    Optional<PersonRow> person(AccountId account, @BindMethods("p") Perimeter perimeter, Instant now);

    @SqlQuery("""
            SELECT g.role, g.unit, u.name AS unit_name, g.since, g.until,
                   g.granted_by AS given_by, b.name AS given_by_name
            FROM access_grant g
            LEFT JOIN unit u ON u.id = g.unit
            LEFT JOIN account b ON b.id = g.granted_by
            WHERE g.account = :account AND g.revoked_at IS NULL AND (g.until IS NULL OR g.until > :now)
            ORDER BY g.id
            """)
    List<HeldGrant> held(AccountId account, Instant now);
}
