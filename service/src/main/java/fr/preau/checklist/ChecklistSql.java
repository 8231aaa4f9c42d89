package fr.preau.checklist;

import fr.preau.kernel.ChecklistId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The tables of the versions. Nothing here updates or deletes: the database would refuse it. */
interface ChecklistSql {

    /** What a version must say: the digest it was published under, and the file as it was. */
    record Seal(ChecklistId id, String identifier, String version, String sha256, String document) {}

    /** Makes publications follow each other, so that two of the same version can't both find it absent. */
    @SqlQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtext('preau.checklist'))")
    int waitForOtherPublications();

    @SqlQuery("SELECT nextval('checklist_id')")
    ChecklistId nextId();

    @SqlUpdate
    @UseClasspathSqlLocator
    void insertParts(ChecklistId id, String document);

    @SqlUpdate
    @UseClasspathSqlLocator
    void insertHead(ChecklistId id, String document, String sha256, Instant now);

    /** The file as the tables tell it, as JSON in the file's own order. */
    @SqlQuery
    @UseClasspathSqlLocator
    Optional<String> document(ChecklistId id);

    @SqlQuery("""
            SELECT id, identifier, version, sha256, document::text AS document
            FROM checklist
            WHERE id = :id
            """)
    Optional<Seal> seal(ChecklistId id);

    @SqlQuery("""
            SELECT id, identifier, version, sha256, document::text AS document
            FROM checklist
            ORDER BY id
            """)
    List<Seal> allSeals();

    @SqlQuery("""
            SELECT id, identifier, version, sha256, document::text AS document
            FROM checklist
            WHERE identifier = :identifier AND version = :version
            """)
    Optional<Seal> seal(String identifier, String version);

    @SqlQuery("""
            SELECT id
            FROM checklist
            WHERE identifier = :identifier
            ORDER BY string_to_array(version, '.')::int[] DESC
            LIMIT 1
            """)
    Optional<ChecklistId> latest(String identifier);

    @SqlQuery("""
            SELECT id, identifier, version, title, day, published_at
            FROM checklist
            ORDER BY identifier, string_to_array(version, '.')::int[] DESC
            """)
    List<Edition> editions();
}
