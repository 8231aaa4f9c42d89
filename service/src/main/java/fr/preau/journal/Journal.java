package fr.preau.journal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Writes and reads the trail. Not for technical events: those go to the log.
 *
 * <p>Every method takes the caller's open transaction: an entry never stands without its change.
 */
public final class Journal {
    private static final int SALT_BYTES = 16;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Journal(InstantSource clock) {
        this.clock = clock;
    }

    /** Appends the entry in the caller's transaction. */
    public void record(Handle tx, Entry entry) {
        JournalSql sql = tx.attach(JournalSql.class);
        if (entry.text() == null) {
            sql.insert(clock.instant(), entry.account(), entry.action(), entry.object(), entry.before(), entry.after());
            return;
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        sql.insertWithText(
                clock.instant(),
                entry.account(),
                entry.action(),
                entry.object(),
                entry.before(),
                entry.after(),
                Sha256.of(salt, entry.text().getBytes(StandardCharsets.UTF_8)),
                salt,
                entry.text());
    }

    /** The entries of an object and of what lies below it, newest first, at most {@code limit}, older than an id. */
    public List<Trace> of(Handle tx, String object, long before, int limit) {
        return tx.attach(JournalSql.class).under(object, before, limit);
    }

    /** The entries of an object alone, newest first, at most {@code limit}. */
    public List<Trace> exactly(Handle tx, String object, int limit) {
        return tx.attach(JournalSql.class).exactly(object, limit);
    }
}
