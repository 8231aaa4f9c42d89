package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What an import has to know of a whole file, in three queries. */
interface PeopleImportSql {

    /**
     * A unit that a text of the file may mean.
     *
     * @param rank 1 by its written form, 2 by its code, 3 by its name
     * @param successorCode of the collectivity that replaces it, null while none does
     */
    record Named(
            String text,
            UnitId id,
            String name,
            int rank,
            @Nullable String successorCode,
            @Nullable String successorName) {

        boolean stands() {
            return successorCode == null;
        }
    }

    /** An account whose address stands in the file. */
    record Known(
            AccountId id,
            String email,
            String name,
            UnitId employer,
            boolean seen,
            @Nullable Instant disabledAt) {}

    /** The person of a link, found by the link's digest in hexadecimal. */
    record Issued(String digest, String email, String name) {}

    /** A right that such an account holds now. */
    record Held(
            AccountId account,
            Role role,
            UnitId unit,
            @Nullable Instant until) {
        Grant grant() {
            return new Grant(role, unit);
        }
    }

    /** Among those within the administrator's units: :units carries the perimeter. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Named> units(List<String> texts, List<UnitId> units);

    /** :p is the administrator's perimeter; an account outside is known by its address alone. */
    @SqlQuery("""
            SELECT a.id, a.email, a.name, a.employer, a.disabled_at,
                   EXISTS (SELECT FROM account_place v
                           WHERE v.account = a.id AND (v.until IS NULL OR v.until > :now)
                             AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
                                  OR v.department = ANY(:p.departments) OR v.collectivity = ANY(:p.collectivities)
                                  OR v.uai = ANY(:p.schools))) AS seen
            FROM account a
            WHERE a.email = ANY(:emails)
            """)
    List<Known> accounts(List<String> emails, @BindMethods("p") Perimeter perimeter, Instant now);

    @SqlQuery("""
            SELECT account, role, unit, until FROM access_grant
            WHERE account = ANY(:accounts) AND revoked_at IS NULL AND (until IS NULL OR until > :now)
            """)
    List<Held> held(List<Long> accounts, Instant now);

    /** Those that this account was shown, as long as they are good. */
    @SqlQuery("""
            SELECT encode(l.digest, 'hex') AS digest, a.email, a.name
            FROM one_time_link l JOIN account a ON a.id = l.account
            WHERE l.issued_by = :by AND encode(l.digest, 'hex') = ANY(:digests)
              AND l.used_at IS NULL AND l.expires_at > :now AND a.disabled_at IS NULL
            ORDER BY a.email
            """)
    List<Issued> issued(List<String> digests, AccountId by, Instant now);
}
