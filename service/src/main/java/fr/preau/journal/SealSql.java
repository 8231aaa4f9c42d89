package fr.preau.journal;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The chain of seals, and the entries that it does not hold yet. */
interface SealSql {

    /** Whether we are the one who seals until this transaction ends; nobody waits. */
    @SqlQuery("SELECT pg_try_advisory_xact_lock(:lock)")
    boolean lock(long lock);

    /** The oldest transaction that still runs, anywhere on the server: every entry of an older one is settled. */
    @SqlQuery("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
    String horizon();

    @SqlQuery("SELECT position, encode(hash, 'hex') AS hash FROM journal_seal ORDER BY position DESC LIMIT 1")
    Optional<Head> head();

    @UseClasspathSqlLocator
    @SqlQuery
    List<SealedEntry> settled(String xid, long id, String horizon, int limit);

    @UseClasspathSqlLocator
    @SqlQuery
    List<SealedEntry> restored(int limit);

    @SqlBatch("INSERT INTO journal_seal (position, entry, hash) VALUES (:position, :entry, decode(:hash, 'hex'))")
    void insert(List<Long> position, List<Long> entry, List<String> hash);

    @UseClasspathSqlLocator
    @SqlQuery
    List<SealRow> walk(long after, int limit);

    @SqlQuery("""
            SELECT count(*) AS entries, min(e.at) AS oldest FROM journal_entry e
            WHERE NOT EXISTS (SELECT FROM journal_seal s WHERE s.entry = e.id)
            """)
    Pending pending();
}
