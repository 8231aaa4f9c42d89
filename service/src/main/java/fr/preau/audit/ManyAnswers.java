package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.database.Database;
import fr.preau.journal.Journal;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Saves many answers of many audits at once, each by the rules of a single save ({@link Answers}) and with an outcome of
 * its own: one that is refused keeps none of the others back.
 *
 * <p>Audits are locked by id before anything is read, against every other save on them, as a shared answer does: no two
 * writers of many can wait for each other in a ring.
 */
public final class ManyAnswers {
    /** Most answers that one request may save. */
    public static final int MOST = 500;

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public ManyAnswers(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** Saves what can be saved, in one transaction; an outcome for each, in the order asked for. */
    public List<CellOutcome> save(Principal by, List<CellSave> saves) {
        by.needs(Scope.ANSWER);
        if (saves.size() > MOST) {
            throw Refusal.invalid("cells", "audit.many", MOST);
        }
        // Of the same cell twice, the last counts: one person's second thought, not a conflict.
        Map<CellKey, CellSave> asked = new LinkedHashMap<>();
        saves.forEach(save -> asked.put(new CellKey(save.audit(), save.control()), save));
        LocalDate today = Paris.today(clock);
        return database.call(by, tx -> {
            List<CellSave> cells = List.copyOf(asked.values());
            SheetState state = SheetState.locked(tx, by.perimeter(Role.AGENT, Role.ESTABLISHMENT), cells, today);
            return new Batch(tx, journal, by, clock.instant(), today).save(state, cells);
        });
    }
}
