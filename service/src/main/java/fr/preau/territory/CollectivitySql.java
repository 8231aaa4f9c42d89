package fr.preau.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** One collectivity in the place of another. */
interface CollectivitySql {

    @SqlQuery("""
            SELECT 'collectivite-' || c.code AS id, c.name, 'collectivite-' || d.code AS successor,
                   d.name AS successor_name, s.from_day AS since
            FROM collectivity c
            LEFT JOIN collectivity d ON d.code = c.succeeded_by
            LEFT JOIN succession s ON s.former = c.code
            WHERE c.code = :code
            """)
    Optional<Collectivity> collectivity(String code);

    /** In the order of their codes, so that two decisions about the same ones wait for each other and never in a ring. */
    @SqlQuery("SELECT code FROM collectivity WHERE code = ANY(:codes) ORDER BY code FOR NO KEY UPDATE")
    List<String> lock(Collection<String> codes);

    @SqlUpdate("UPDATE collectivity SET succeeded_by = :successor WHERE code = :former AND succeeded_by IS NULL")
    int succeed(String former, String successor);

    @SqlQuery("SELECT count(*) FROM school_collectivity WHERE collectivity = :code AND to_day IS NULL")
    int schools(String code);

    @SqlUpdate("""
            WITH ended AS (
                UPDATE school_collectivity SET to_day = :day
                WHERE collectivity = :former AND to_day IS NULL AND from_day < :day
                RETURNING uai)
            INSERT INTO school_collectivity (uai, collectivity, from_day, source)
            SELECT uai, :successor, :day, 'DECISION' FROM ended
            """)
    int relink(String former, String successor, LocalDate day);

    /** A link that began on the day or later is the successor's from its beginning. */
    @SqlUpdate("""
            UPDATE school_collectivity SET collectivity = :successor, source = 'DECISION'
            WHERE collectivity = :former AND to_day IS NULL AND from_day >= :day
            """)
    int takeOver(String former, String successor, LocalDate day);
}
