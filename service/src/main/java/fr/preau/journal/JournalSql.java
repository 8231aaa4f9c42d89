package fr.preau.journal;

import fr.preau.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The journal's two tables. The service's role may insert and read, nothing more. */
@RegisterConstructorMapper(Trace.class)
interface JournalSql {

    @SqlUpdate("""
            INSERT INTO journal_entry (at, account, action, object, before, after)
            VALUES (:at, :account, :action, :object, :before, :after)
            """)
    void insert(
            Instant at,
            AccountId account,
            String action,
            String object,
            @Json @Nullable Map<String, ?> before,
            @Json @Nullable Map<String, ?> after);

    /** The entry and its text in one statement, because a save waits for it. */
    @SqlUpdate("""
            WITH entry AS (
                INSERT INTO journal_entry (at, account, action, object, before, after, text_digest)
                VALUES (:at, :account, :action, :object, :before, :after, :digest)
                RETURNING id)
            INSERT INTO journal_text (entry, salt, body) SELECT id, :salt, :body FROM entry
            """)
    void insertWithText(
            Instant at,
            AccountId account,
            String action,
            String object,
            @Json @Nullable Map<String, ?> before,
            @Json @Nullable Map<String, ?> after,
            byte[] digest,
            byte[] salt,
            String body);

    /** '0' follows '/' in "C" order, so the range is the object and all that lies below it. */
    @SqlQuery("""
            SELECT e.id, e.at, e.account, e.action, e.object, e.before, e.after, t.body AS text
            FROM journal_entry e LEFT JOIN journal_text t ON t.entry = e.id
            WHERE (e.object = :object OR (e.object > :object || '/' AND e.object < :object || '0')) AND e.id < :before
            ORDER BY e.id DESC LIMIT :limit
            """)
    List<Trace> under(String object, long before, int limit);

    @SqlQuery("""
            SELECT e.id, e.at, e.account, e.action, e.object, e.before, e.after, t.body AS text
            FROM journal_entry e LEFT JOIN journal_text t ON t.entry = e.id
            WHERE e.object = :object
            ORDER BY e.id DESC LIMIT :limit
            """)
    List<Trace> exactly(String object, int limit);
}
