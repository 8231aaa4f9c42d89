package fr.preau.shared;

import fr.preau.access.Principal;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.FreeText;
import fr.preau.kernel.LabelId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Free groups of a unit's schools, such as « sites sous infogérance »: kept by its agents, seen by nobody else. */
public final class Labels {
    public static final int NAME_LENGTH = 60;

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public Labels(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** A label with its schools, and those that may be added. */
    public record Detail(Label label, List<LabelSchool> schools) {
        public Detail {
            schools = List.copyOf(schools);
        }
    }

    /** The labels of a unit in whose name the person answers. */
    public List<Label> list(Principal by, UnitId owner) {
        SharedAnswers.mustHold(by, owner);
        return database.call(by, tx -> tx.attach(LabelSql.class).list(List.of(owner), null));
    }

    /** One label with every school of its unit. */
    public Detail detail(Principal by, LabelId id) {
        return database.call(by, tx -> {
            Label label = find(tx, by, id);
            return new Detail(label, tx.attach(LabelSql.class).schools(id, SharedAnswers.perimeter(label.owner())));
        });
    }

    /**
     * Makes a label that holds no school yet.
     *
     * @throws Refusal conflict, when the unit has one of that name
     */
    public LabelId create(Principal by, UnitId owner, String name) {
        SharedAnswers.mustHold(by, owner);
        String text = checked(name);
        return database.call(by, tx -> {
            LabelId id = tx.attach(LabelSql.class)
                    .create(owner, text, clock.instant(), by.account())
                    .orElseThrow(() -> Refusal.invalid("name", "shared.label.taken", text));
            journal.record(
                    tx,
                    Entry.of(by, "label.created", object(id))
                            .with(Map.of("owner", owner.toString()))
                            .text(text));
            return id;
        });
    }

    /**
     * Names a label and says which schools bear it.
     *
     * @throws Refusal not found, when one of the schools is not the unit's; invalid when the name is taken
     */
    public void save(Principal by, LabelId id, String name, List<Uai> schools) {
        String text = checked(name);
        database.run(by, tx -> {
            Label label = find(tx, by, id);
            LabelSql sql = tx.attach(LabelSql.class);
            if (!label.name().equals(text)) {
                rename(tx, by, label, text);
            }
            Set<Uai> own = sql.schools(id, SharedAnswers.perimeter(label.owner())).stream()
                    .map(LabelSchool::uai)
                    .collect(Collectors.toSet());
            if (!own.containsAll(schools)) {
                throw Refusal.notFound();
            }
            List<String> wanted = schools.stream().map(Uai::value).distinct().toList();
            Map<String, Integer> moved = Map.of("removed", sql.remove(id, wanted), "added", sql.add(id, wanted));
            if (moved.values().stream().anyMatch(count -> count > 0)) {
                journal.record(tx, Entry.of(by, "label.filled", object(id)).with(moved));
            }
        });
    }

    private void rename(Handle tx, Principal by, Label label, String name) {
        LabelSql sql = tx.attach(LabelSql.class);
        sql.holdAll(label.owner());
        if (sql.taken(label.owner(), name, label.id())) {
            throw Refusal.invalid("name", "shared.label.taken", name);
        }
        sql.rename(label.id(), name);
        journal.record(tx, Entry.of(by, "label.renamed", object(label.id())).text(name));
    }

    /** Removes a label; the answers that were given by it stay. */
    public void delete(Principal by, LabelId id) {
        database.run(by, tx -> {
            find(tx, by, id);
            tx.attach(LabelSql.class).delete(id, clock.instant());
            journal.record(tx, Entry.of(by, "label.deleted", object(id)));
        });
    }

    private static Label find(Handle tx, Principal by, LabelId id) {
        return tx.attach(LabelSql.class).list(SharedAnswers.owners(by), id).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static String checked(String name) {
        String text = name.strip();
        if (text.isEmpty() || text.length() > NAME_LENGTH || FreeText.holdsInvisible(text)) {
            throw Refusal.invalid("name", "shared.label.name", NAME_LENGTH);
        }
        return text;
    }

    private static String object(LabelId id) {
        return "label/" + id;
    }
}
