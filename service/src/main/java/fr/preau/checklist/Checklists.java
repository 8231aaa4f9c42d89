package fr.preau.checklist;

import fr.preau.checklist.ChecklistSql.Seal;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Publishes versions of checklists and reads them back. There is nothing to change one with: a correction is a new
 * version.
 *
 * <p>A version is read from the tables once and kept in memory; reading it verifies its digest.
 */
public final class Checklists {
    private final Database database;
    private final Journal journal;
    private final InstantSource clock;
    private final Map<ChecklistId, Checklist> read = new ConcurrentHashMap<>();

    public Checklists(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Publishes a file. The very same version again is nothing to do.
     *
     * @param file UTF-8 JSON, see {@link ChecklistFile}
     * @throws Refusal invalid, with every place to correct; conflict, when this version is published with other content
     */
    public Publication publish(Actor actor, byte[] file) {
        ChecklistFile checked = ChecklistFile.read(file);
        return database.call(actor, tx -> publish(tx, actor, checked));
    }

    private Publication publish(Handle tx, Actor actor, ChecklistFile file) {
        ChecklistSql sql = tx.attach(ChecklistSql.class);
        ChecklistDocument document = file.document();
        sql.waitForOtherPublications();
        Optional<Seal> there = sql.seal(document.identifier(), document.version());
        if (there.isPresent()) {
            return unchanged(there.get(), file);
        }
        ChecklistId id = sql.nextId();
        sql.insertParts(id, file.canonical());
        sql.insertHead(id, file.canonical(), file.sha256(), clock.instant());
        if (!sql.seal(id).map(seal -> intact(sql, seal)).orElse(false)) {
            throw new IllegalStateException("the tables can't give back " + document.identifier());
        }
        journal.record(tx, entry(actor, id, file));
        return new Publication(id, true);
    }

    private static Publication unchanged(Seal there, ChecklistFile file) {
        if (!there.sha256().equals(file.sha256())) {
            throw Refusal.conflict("checklist.otherContent", there.identifier(), there.version());
        }
        return new Publication(there.id(), false);
    }

    private static Entry entry(Actor actor, ChecklistId id, ChecklistFile file) {
        ChecklistDocument document = file.document();
        return Entry.of(actor, "checklist.published", "checklist/" + id)
                .with(Map.of(
                        "identifier", document.identifier(),
                        "version", document.version(),
                        "sha256", file.sha256(),
                        "themes", document.themes().size(),
                        "controls", document.controls().size()));
    }

    /** Publishes what the product ships, unless it is there: to be called at every start. */
    public Publication publishShipped() {
        return publish(Actor.SYSTEM, Shipped.checklist());
    }

    /**
     * Recomputes the digest of every version from all of its columns: to be called at every start.
     *
     * @throws Refusal conflict naming the version, when one doesn't say what it said when it was published
     */
    public void verify() {
        database.run(Actor.SYSTEM, tx -> {
            ChecklistSql sql = tx.attach(ChecklistSql.class);
            sql.allSeals().forEach(seal -> refuseUnlessIntact(sql, seal));
        });
    }

    /** The newest version of the checklist that the product ships. */
    public Checklist latest() {
        return get(database.call(
                Actor.SYSTEM,
                tx -> tx.attach(ChecklistSql.class).latest(Shipped.IDENTIFIER).orElseThrow(Refusal::notFound)));
    }

    /**
     * A version, whole.
     *
     * @throws Refusal not found; conflict, when its columns have been tampered with
     */
    public Checklist get(ChecklistId id) {
        return read.computeIfAbsent(id, unread -> database.call(Actor.SYSTEM, tx -> read(tx, unread)));
    }

    private static Checklist read(Handle tx, ChecklistId id) {
        ChecklistSql sql = tx.attach(ChecklistSql.class);
        refuseUnlessIntact(sql, sql.seal(id).orElseThrow(Refusal::notFound));
        String document = sql.document(id).orElseThrow(Refusal::notFound);
        return ChecklistFile.read(document.getBytes(StandardCharsets.UTF_8)).as(id);
    }

    /** Every published version by its head: by identifier, then the newest first. */
    public List<Edition> editions() {
        return database.call(Actor.SYSTEM, tx -> tx.attach(ChecklistSql.class).editions());
    }

    /** The file as it was published, rebuilt from the tables: the same JSON value, laid out to be read. */
    public String export(ChecklistId id) {
        return ChecklistFile.indented(database.call(
                Actor.SYSTEM, tx -> tx.attach(ChecklistSql.class).document(id).orElseThrow(Refusal::notFound)));
    }

    private static void refuseUnlessIntact(ChecklistSql sql, Seal seal) {
        if (!intact(sql, seal)) {
            throw Refusal.conflict("checklist.changed", seal.identifier(), seal.version());
        }
    }

    private static boolean intact(ChecklistSql sql, Seal seal) {
        String rebuilt = sql.document(seal.id()).orElse("{}");
        return sha256(rebuilt).equals(seal.sha256()) && sha256(seal.document()).equals(seal.sha256());
    }

    private static String sha256(String json) {
        return CanonicalJson.sha256(ChecklistFile.canonical(json));
    }
}
