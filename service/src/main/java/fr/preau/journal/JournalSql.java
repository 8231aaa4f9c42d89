package fr.preau.journal;

import fr.preau.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.json.Json;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The journal's two tables. The service's role may insert and read, nothing more. */
interface JournalSql {

    @SqlUpdate("""
            INSERT INTO journal_entry (at, account, action, object, before, after, touched)
            VALUES (:at, :account, :action, :object, :before, :after, NULLIF(:touched::text[], '{}'))
            """)
    void insert(
            Instant at,
            AccountId account,
            String action,
            String object,
            @Json @Nullable Map<String, ?> before,
            @Json @Nullable Map<String, ?> after,
            List<String> touched);

    /** The entry and its text in one statement, because a save waits for it. */
    @SqlUpdate("""
            WITH entry AS (
                INSERT INTO journal_entry (at, account, action, object, before, after, touched, text_digest)
                VALUES (:at, :account, :action, :object, :before, :after, NULLIF(:touched::text[], '{}'), :digest)
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
            List<String> touched,
            byte[] digest,
            byte[] salt,
            String body);

    /** @param entries JSON: action, object, after, touched; digest, salt and body of a text, or none of the three */
    @UseClasspathSqlLocator
    @SqlUpdate
    void insertAll(Instant at, AccountId account, @Json List<Map<String, ?>> entries);

    @SqlUpdate("""
            INSERT INTO journal_entry (at, account, action, object)
            SELECT :at, :account, :action, :object
            WHERE NOT EXISTS (
                SELECT FROM journal_entry
                WHERE object = :object AND account = :account AND action = :action AND at >= :since)
            """)
    void insertOnce(Instant at, AccountId account, String action, String object, Instant since);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Trace> under(String object, List<String> wider, long before, int limit);

    @SqlQuery("""
            SELECT e.id, e.at, e.account, e.action, e.object, e.before, e.after, t.body AS text,
                   coalesce(cardinality(e.touched), 0) AS touched
            FROM journal_entry e LEFT JOIN journal_text t ON t.entry = e.id
            WHERE e.object = :object
            ORDER BY e.id DESC LIMIT :limit
            """)
    List<Trace> exactly(String object, int limit);

    @SqlQuery("""
            SELECT e.id, e.at, e.account, e.action, e.object, e.before, e.after, t.body AS text,
                   coalesce(cardinality(e.touched), 0) AS touched
            FROM journal_entry e LEFT JOIN journal_text t ON t.entry = e.id
            WHERE e.object = :object || '/' || :control
               OR e.touched @> ARRAY[:object || '/' || :control]::text[]
               OR (e.touched @> ARRAY[:object]::text[] AND e.after ->> 'control' = :control)
            ORDER BY e.id DESC LIMIT :limit
            """)
    List<Trace> ofControl(String object, String control, int limit);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Trace> ofPerson(AccountId account, String own, boolean whole, long before, int limit);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Trace> personal(AccountId account, String own, long before, int limit);
}
