package fr.preau.edition;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.DeliverableId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The outline of a deliverable, which the caller has found to be the person's: written by versions, never changed. */
interface OutlineSql {

    /** A version without its sections. */
    record Version(int version, String authorName, Instant at) {}

    /** A section within a version. */
    record Placed(int version, @Nested Chapter chapter) {}

    @SqlQuery("SELECT max(version) FROM deliverable_outline WHERE deliverable = :id")
    int present(DeliverableId id);

    @SqlQuery("""
            SELECT section AS id, heading, shown FROM deliverable_chapter
            WHERE deliverable = :id AND version = :version ORDER BY place
            """)
    List<Chapter> chapters(DeliverableId id, int version);

    @SqlQuery("""
            SELECT o.version, COALESCE(a.name, '') AS author_name, o.at
            FROM deliverable_outline o LEFT JOIN account a ON a.id = o.author
            WHERE o.deliverable = :id ORDER BY o.version DESC LIMIT :most
            """)
    List<Version> versions(DeliverableId id, int most);

    @SqlQuery("""
            SELECT version, section AS id, heading, shown FROM deliverable_chapter
            WHERE deliverable = :id AND version >= :from ORDER BY version, place
            """)
    List<Placed> placed(DeliverableId id, int from);

    /**
     * Writes the version after the one seen; nothing when somebody has written it already, or it is no draft. The
     * deliverable's row is locked for share: a proposal, which updates it, waits or is waited for.
     */
    @SqlUpdate("""
            INSERT INTO deliverable_outline (deliverable, version, author, at)
            SELECT d.id, :seen + 1, :by, :now
            FROM (SELECT id FROM deliverable WHERE id = :id AND state = 'DRAFT' FOR SHARE) d
            WHERE :seen = COALESCE((SELECT max(o.version) FROM deliverable_outline o WHERE o.deliverable = :id), 0)
            ON CONFLICT DO NOTHING
            """)
    int write(DeliverableId id, int seen, AccountId by, Instant now);

    @SqlBatch("""
            INSERT INTO deliverable_chapter (deliverable, version, place, section, heading, shown)
            VALUES (:id, :version, :place, :c.id, :c.heading, :c.shown)
            """)
    void insertChapters(DeliverableId id, int version, List<Integer> place, @BindMethods("c") List<Chapter> chapters);
}
