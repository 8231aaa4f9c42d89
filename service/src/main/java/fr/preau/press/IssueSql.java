package fr.preau.press;

import fr.preau.edition.Label;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Issues, their files and links; {@code run} are the units that the person edits, bound in each of their queries. */
interface IssueSql {

    @SqlQuery("""
            INSERT INTO issue (deliverable, unit, perimeter, title, label, number, receiver, signed_by, issued_at, issued_by,
                named)
            VALUES (:deliverable, :unit, :perimeter, :title, :label, :number, :receiver, :signedBy, :now, :by, :named)
            ON CONFLICT DO NOTHING RETURNING id
            """)
    Optional<Long> insert(
            DeliverableId deliverable,
            UnitId unit,
            String perimeter,
            String title,
            Label label,
            int number,
            @Nullable String receiver,
            String signedBy,
            Instant now,
            AccountId by,
            int named);

    @SqlUpdate("""
            INSERT INTO issued_file (issue, place, name, type, sha256, content)
            VALUES (:issue, :place, :name, :type, :sha256, :content)
            """)
    void insertFile(long issue, int place, String name, String type, String sha256, byte[] content);

    /** Newest first. */
    @SqlQuery("""
            SELECT i.id, i.deliverable, i.perimeter, i.title, i.label, i.number, i.receiver, i.issued_at, i.issued_by,
                   i.named
            FROM issue i
            WHERE i.deliverable = :deliverable
              AND EXISTS (SELECT FROM lineage(i.unit) AS above (id) WHERE above.id = ANY(:run))
            ORDER BY i.id DESC LIMIT 500
            """)
    List<Issue> issues(DeliverableId deliverable, List<String> run);

    /** What anybody may read: CLEAR, of an edition that was not withdrawn; one alone, or all, newest first. */
    @SqlQuery("""
            SELECT i.id, i.deliverable, i.perimeter, i.title, i.label, i.number, i.receiver, i.issued_at, i.issued_by,
                   i.named
            FROM issue i JOIN deliverable d ON d.id = i.deliverable
            WHERE i.label = 'CLEAR' AND d.state <> 'WITHDRAWN' AND (:id::bigint IS NULL OR i.id = :id)
            ORDER BY i.id DESC LIMIT 500
            """)
    List<Issue> open(@Nullable Long id);

    /** What a link leads to on that day. */
    @SqlQuery("""
            SELECT i.id, i.deliverable, i.perimeter, i.title, i.label, i.number, i.receiver, i.issued_at, i.issued_by,
                   i.named
            FROM issue i JOIN issue_link l ON l.issue = i.id JOIN deliverable d ON d.id = i.deliverable
            WHERE l.secret = :secret AND l.revoked_at IS NULL AND l.until >= :today AND d.state <> 'WITHDRAWN'
            """)
    Optional<Issue> received(byte[] secret, LocalDate today);

    /** Whose file it is, the oldest when several issues share it. */
    @SqlQuery("""
            SELECT i.id, i.deliverable, i.perimeter, i.title, i.label, i.number, i.receiver, i.issued_at, i.issued_by,
                   i.named
            FROM issued_file f JOIN issue i ON i.id = f.issue WHERE f.sha256 = :sha256 ORDER BY i.id LIMIT 1
            """)
    Optional<Issue> byDigest(String sha256);

    @SqlQuery("""
            SELECT f.name, f.type, f.sha256, length(f.content) AS size FROM issued_file f
            WHERE f.issue = :issue ORDER BY f.place
            """)
    List<IssuedFile> files(long issue);

    @SqlQuery("""
            SELECT f.issue, f.name, f.type, f.sha256, length(f.content) AS size
            FROM issued_file f JOIN issue i ON i.id = f.issue
            WHERE i.deliverable = :deliverable AND (i.named = 0 OR i.issued_by = :by)
              AND EXISTS (SELECT FROM lineage(i.unit) AS above (id) WHERE above.id = ANY(:run))
            ORDER BY f.issue, f.place
            """)
    List<FileOfIssue> filesOf(DeliverableId deliverable, AccountId by, List<String> run);

    @SqlQuery("SELECT content FROM issued_file WHERE issue = :issue AND name = :name")
    Optional<byte[]> content(long issue, String name);

    @SqlQuery("""
            INSERT INTO issue_link (issue, secret, receiver, until, made_at, made_by)
            SELECT i.id, :secret, :receiver, :until, :now, :by FROM issue i
            WHERE i.id = :issue AND i.named = 0
              AND EXISTS (SELECT FROM lineage(i.unit) AS above (id) WHERE above.id = ANY(:run))
            RETURNING id
            """)
    Optional<Long> insertLink(
            long issue, byte[] secret, String receiver, LocalDate until, Instant now, AccountId by, List<String> run);

    @SqlQuery("""
            SELECT l.id, l.issue, l.receiver, l.until, l.made_at, l.revoked_at, count(f.at) AS fetches, max(f.at) AS last_fetch
            FROM issue_link l JOIN issue i ON i.id = l.issue LEFT JOIN issue_fetch f ON f.link = l.id
            WHERE i.deliverable = :deliverable
              AND EXISTS (SELECT FROM lineage(i.unit) AS above (id) WHERE above.id = ANY(:run))
            GROUP BY l.id ORDER BY l.id DESC LIMIT 500
            """)
    List<ReceiverLink> links(DeliverableId deliverable, List<String> run);

    @SqlUpdate("""
            UPDATE issue_link l SET revoked_at = :now, revoked_by = :by
            FROM issue i
            WHERE l.id = :link AND i.id = l.issue AND i.deliverable = :deliverable AND l.revoked_at IS NULL
              AND EXISTS (SELECT FROM lineage(i.unit) AS above (id) WHERE above.id = ANY(:run))
            """)
    int revoke(DeliverableId deliverable, long link, Instant now, AccountId by, List<String> run);

    @SqlUpdate(
            "INSERT INTO issue_fetch (link, name, at) SELECT l.id, :name, :now FROM issue_link l WHERE l.secret = :secret")
    void fetched(byte[] secret, String name, Instant now);

    /** A copy of one's own has no link: who asked for it has received it, when it was made. */
    @SqlQuery("""
            SELECT i.title, i.number, i.label, COALESCE(l.receiver, i.receiver) AS receiver,
                   COALESCE(l.made_at, i.issued_at) AS made_at, l.until, l.revoked_at, f.name, f.at
            FROM issue i LEFT JOIN issue_link l ON l.issue = i.id LEFT JOIN issue_fetch f ON f.link = l.id
            WHERE i.deliverable = :deliverable AND (l.id IS NOT NULL OR i.named > 0)
              AND EXISTS (SELECT FROM lineage(i.unit) AS above (id) WHERE above.id = ANY(:run))
            ORDER BY made_at, l.id, f.at
            """)
    List<RegisterLine> register(DeliverableId deliverable, List<String> run);
}
