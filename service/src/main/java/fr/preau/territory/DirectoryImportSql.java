package fr.preau.territory;

import fr.preau.kernel.AccountId;
import fr.preau.territory.ImportReport.Merger;
import fr.preau.territory.ImportReport.Move;
import fr.preau.territory.ImportReport.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The merge of a directory into the territory, set by set.
 *
 * <p>{@code staged} holds the file's lines as read; {@code arrival} puts beside each what is known, and says once for
 * all whether it is new, differs, or changes its collectivity. Every later statement only reads that.
 */
interface DirectoryImportSql {

    /**
     * What the file would change.
     *
     * @param ignored lines that close a school which is not known
     */
    record Differences(int created, int changed, int unchanged, int moved, int closed, int ignored) {}

    /** Schools of the file that have no collectivity. */
    record Unattached(int total, int ofPrivateSector) {}

    @SqlQuery("SELECT pg_advisory_xact_lock(hashtext('preau.directory_import')) IS NULL")
    boolean waitForOtherImports();

    @SqlUpdate
    @UseClasspathSqlLocator
    void createStaged();

    @SqlUpdate
    @UseClasspathSqlLocator
    void createArrival();

    /** Without figures on a fresh table, the planner would walk 66,000 lines one by one; those of names would help nobody. */
    @SqlUpdate("ANALYZE arrival (uai, target, previous, department, known, differs, relinked, moved, closes)")
    void analyzeArrival();

    @SqlQuery("""
            SELECT siren, code FROM collectivity WHERE siren = ANY(:sirens)
            UNION
            SELECT code, code FROM collectivity WHERE code = ANY(:sirens)
            """)
    @KeyColumn("siren")
    @ValueColumn("code")
    Map<String, String> codes(List<String> sirens);

    @SqlUpdate("""
            INSERT INTO collectivity (code, kind, name, siren, fictitious)
            VALUES (:siren, :kind, :name, :siren, :fictitious)
            """)
    void insertGrouping(String siren, String kind, String name, boolean fictitious);

    @SqlQuery("""
            SELECT count(*) FILTER (WHERE NOT known) AS created,
                   count(*) FILTER (WHERE known AND (differs OR relinked)) AS changed,
                   count(*) FILTER (WHERE known AND NOT differs AND NOT relinked) AS unchanged,
                   count(*) FILTER (WHERE moved) AS moved,
                   count(*) FILTER (WHERE closes) AS closed,
                   (SELECT count(*) FROM staged) - count(*) AS ignored
            FROM arrival
            """)
    Differences differences();

    @SqlQuery("SELECT uai, name, department FROM arrival WHERE closes ORDER BY uai")
    List<Named> closed();

    @SqlQuery("""
            SELECT s.uai, s.name, s.department FROM school s
            WHERE s.state <> 'CLOSED' AND s.department IN (SELECT department FROM arrival)
              AND NOT EXISTS (SELECT 1 FROM arrival a WHERE a.uai = s.uai) AND s.uai <> ALL(:refused)
            ORDER BY s.uai
            """)
    List<Named> absent(List<String> refused);

    @SqlQuery("""
            SELECT department, count(*) AS schools FROM school
            WHERE state <> 'CLOSED' AND department = ANY(:departments) GROUP BY department
            """)
    @KeyColumn("department")
    @ValueColumn("schools")
    Map<String, Integer> openSchools(List<String> departments);

    @SqlUpdate
    @UseClasspathSqlLocator
    int insertCommunes();

    /** The file names a commune, by the name that most of its lines bear. */
    @SqlUpdate
    @UseClasspathSqlLocator
    void nameCommunes();

    /** A public école bears its commune's SIRET: where all agree, that is the commune's SIREN. */
    @SqlUpdate
    @UseClasspathSqlLocator
    void fillSirens();

    @SqlUpdate("""
            UPDATE collectivity c SET fictitious = false
            WHERE c.fictitious AND EXISTS (SELECT 1 FROM arrival a WHERE a.target = c.code AND a.uai NOT LIKE '8%')
            """)
    void unmarkFictitious();

    @SqlUpdate("""
            INSERT INTO school (uai, name, type, sector, state, commune, commune_name, department, nature, siret, parent,
                                search_text)
            SELECT uai, name, type, sector, state, commune, commune_name, department, nature, siret, parent, search_text
            FROM arrival WHERE NOT known
            """)
    void insertSchools();

    @SqlUpdate("""
            UPDATE school s
            SET name = a.name, type = a.type, sector = a.sector, state = a.state, commune = a.commune,
                commune_name = a.commune_name, department = a.department, nature = a.nature, siret = a.siret,
                parent = a.parent, search_text = a.search_text
            FROM arrival a WHERE a.uai = s.uai AND a.differs
            """)
    void updateSchools();

    @SqlUpdate("""
            UPDATE school_collectivity l SET to_day = :today
            FROM arrival a WHERE a.uai = l.uai AND l.to_day IS NULL AND a.relinked
            """)
    void endLinks(LocalDate today);

    /** A link that begins today takes the place of one that began and ended today: that one was never in force. */
    @SqlUpdate("""
            INSERT INTO school_collectivity (uai, collectivity, from_day, source)
            SELECT uai, target, :today, source FROM arrival WHERE relinked AND target IS NOT NULL
            ON CONFLICT (uai, from_day) DO UPDATE
            SET collectivity = excluded.collectivity, source = excluded.source, to_day = NULL
            """)
    void openLinks(LocalDate today);

    @SqlQuery("""
            SELECT count(*) AS total, count(*) FILTER (WHERE a.sector = 'PRIVATE') AS of_private_sector
            FROM arrival a
            WHERE NOT EXISTS (SELECT 1 FROM school_collectivity l WHERE l.uai = a.uai AND l.to_day IS NULL)
            """)
    Unattached unattached();

    @SqlUpdate("""
            INSERT INTO directory_import (file_name, sha256, at, account, counts)
            VALUES (:fileName, :sha256, :at, :account, :counts)
            """)
    @GetGeneratedKeys("number")
    long log(String fileName, String sha256, Instant at, AccountId account, @Json ImportCounts counts);

    /** A decision that is already asked for isn't asked again. */
    @SqlUpdate
    @UseClasspathSqlLocator
    void decide(long number, List<String> absent);

    /** A school that is in the file and open is neither absent nor closed any more. */
    @SqlUpdate("""
            UPDATE pending_decision d SET outcome = 'OUTDATED', decided_at = :at, decided_by = :account
            FROM arrival a
            WHERE a.uai = d.uai AND a.state <> 'CLOSED' AND d.outcome IS NULL AND d.kind IN ('ABSENT', 'CLOSED')
            """)
    void outdate(Instant at, AccountId account);

    @SqlQuery("""
            SELECT a.uai, a.name, b.name AS before, c.name AS after
            FROM arrival a
            LEFT JOIN collectivity b ON b.code = a.previous
            LEFT JOIN collectivity c ON c.code = a.target
            WHERE a.moved ORDER BY a.uai
            """)
    List<Move> moved();

    @SqlQuery("""
            SELECT b.name AS before, c.name AS after,
                   (SELECT count(*) FROM arrival a WHERE a.moved AND a.previous = b.code) AS schools
            FROM pending_decision d
            JOIN collectivity b ON b.code = d.collectivity
            JOIN collectivity c ON c.code = d.successor
            WHERE d.import = :number AND d.kind = 'MERGED' ORDER BY b.code
            """)
    List<Merger> merged(long number);
}
