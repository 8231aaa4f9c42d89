package fr.preau.deliverable;

import fr.preau.access.Principal;
import fr.preau.audit.AuditView;
import fr.preau.audit.Audits;
import fr.preau.audit.Cell;
import fr.preau.audit.Transition;
import fr.preau.checklist.Checklists;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a person may see of an audit, for a document, and records that they asked for it. */
public final class Dossiers {
    private static final List<String> LIFE = Stream.concat(
                    Arrays.stream(Transition.values()).map(Transition::action), Stream.of(LifeEvent.REASON))
            .toList();

    private final Database database;
    private final Journal journal;
    private final Audits audits;
    private final Checklists checklists;
    private final InstantSource clock;

    public Dossiers(Database database, Journal journal, Audits audits, Checklists checklists, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
        this.checklists = checklists;
        this.clock = clock;
    }

    /**
     * The audit's dossier as it stands, {@code audit.reported} in the journal.
     *
     * @throws Refusal not found, outside the person's units
     */
    public Dossier ask(Principal by, AuditId id) {
        return database.call(by, tx -> {
            AuditView view = audits.view(tx, by, id);
            DossierSql sql = tx.attach(DossierSql.class);
            List<LifeEvent> life = told(view, sql.life(view.audit().object(), LIFE));
            boolean fictitious = sql.fictitious(id);
            journal.record(tx, Entry.of(by, "audit.reported", view.audit().object()));
            return new Dossier(
                    view,
                    checklists.get(view.audit().checklist()),
                    life,
                    new Dossier.Asker(by.name(), by.employerLabel()),
                    Paris.today(clock).atStartOfDay(Paris.ZONE).toInstant(),
                    fictitious);
        });
    }

    /** What the academy wrote about a control is read by those who see its answer, the rest by those who see any. */
    private static List<LifeEvent> told(AuditView view, List<LifeEvent> life) {
        Set<ControlCode> seen = view.cells().stream()
                .filter(cell -> view.sight().answers(cell.party()))
                .map(Cell::control)
                .collect(Collectors.toSet());
        return life.stream()
                .map(event -> {
                    boolean told =
                            event.control() == null ? !view.sight().progressOnly() : seen.contains(event.control());
                    return told ? event : event.untold();
                })
                .toList();
    }
}
