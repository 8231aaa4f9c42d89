package fr.preau.journal;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Paris;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
            sql.insert(
                    clock.instant(),
                    entry.account(),
                    entry.action(),
                    entry.object(),
                    entry.before(),
                    entry.after(),
                    entry.touched());
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
                entry.touched(),
                Sha256.of(salt, entry.text().getBytes(StandardCharsets.UTF_8)),
                salt,
                entry.text());
    }

    /** Appends many entries of one person at once; values before are not among them. */
    public void recordAll(Handle tx, Actor by, List<Entry> entries) {
        if (!entries.isEmpty()) {
            List<Map<String, ?>> sent = new ArrayList<>();
            entries.forEach(entry -> sent.add(sent(entry)));
            tx.attach(JournalSql.class).insertAll(clock.instant(), by.account(), sent);
        }
    }

    private Map<String, ?> sent(Entry entry) {
        Map<String, Object> sent = new HashMap<>();
        sent.put("action", entry.action());
        sent.put("object", entry.object());
        sent.put("after", entry.after());
        sent.put("touched", entry.touched());
        if (entry.text() != null) {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            byte[] digest = Sha256.of(salt, entry.text().getBytes(StandardCharsets.UTF_8));
            sent.put("salt", HexFormat.of().formatHex(salt));
            sent.put("digest", HexFormat.of().formatHex(digest));
            sent.put("body", entry.text());
        }
        return sent;
    }

    /** Records that something was read: once a day in Paris for a person, an action and an object. */
    public void recordReading(Handle tx, Entry entry) {
        Instant today = Paris.today(clock).atStartOfDay(Paris.ZONE).toInstant();
        tx.attach(JournalSql.class).insertOnce(clock.instant(), entry.account(), entry.action(), entry.object(), today);
    }

    /**
     * The entries of an object, of what lies below it and of what touched it, newest first, at most {@code limit}.
     *
     * @param wider objects whose own entries concern this one too, as an audit's campaign
     * @param before only entries older than this id
     */
    public List<Trace> of(Handle tx, String object, List<String> wider, long before, int limit) {
        return tx.attach(JournalSql.class).under(object, wider, before, limit);
    }

    /** The entries of an object alone, newest first, at most {@code limit}. */
    public List<Trace> exactly(Handle tx, String object, int limit) {
        return tx.attach(JournalSql.class).exactly(object, limit);
    }

    /** The entries of one control of an object, and of the actions on many that touched it, newest first. */
    public List<Trace> ofControl(Handle tx, String object, ControlCode control, int limit) {
        return tx.attach(JournalSql.class).ofControl(object, control.value(), limit);
    }

    /**
     * What the person did and what was done to their account, newest first, without values nor texts.
     *
     * @param whole whether the objects are named; else only their kind is, for a reader who may not see them
     */
    public List<Trace> ofPerson(Handle tx, AccountId person, boolean whole, long before, int limit) {
        return tx.attach(JournalSql.class).ofPerson(person, "account/" + person, whole, before, limit);
    }

    /** The person's own copy: as {@link #ofPerson}, with the values and texts of the entries about their account. */
    public List<Trace> personal(Handle tx, AccountId person, long before, int limit) {
        return tx.attach(JournalSql.class).personal(person, "account/" + person, before, limit);
    }
}
