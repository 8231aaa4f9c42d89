package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.checklist.Party;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Confirms last time's answers of a theme at once. One alone is an ordinary save, which its page sends with the proposal's
 * values; nothing else in the product writes a proposal.
 */
public final class LastAnswers {
    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public LastAnswers(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many were confirmed, and how many left because something changed since they were shown. */
    public record Confirmed(int answers, int left) {}

    /**
     * What last time's answers propose to many audits, those closed to answers left out; whether the person may answer a
     * control is for the caller to ask.
     *
     * @param theme null for all
     */
    public static List<LastAnswer> proposed(
            Handle tx, Principal by, List<Audit> audits, @Nullable String theme, LocalDate today) {
        List<Audit> open = audits.stream()
                .filter(audit -> audit.state().open() && audit.running(today))
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        return tx.attach(LastAnswerSql.class)
                .proposed(
                        open.get(0).campaign(),
                        open.stream().map(audit -> audit.id().value()).toList(),
                        theme,
                        by.perimeter(Role.AGENT, Role.ESTABLISHMENT),
                        today);
    }

    /**
     * Writes the proposals of a theme that the person has seen, each as the answer of who confirms it.
     *
     * @param seen {@link LastAnswer#seen} of each that the page has shown
     * @throws Refusal not found outside one's sight; conflict when none is left to confirm, or the audit is closed to
     *     answers
     */
    public Confirmed confirm(Principal by, AuditId id, String theme, Set<String> seen) {
        by.needs(Scope.ANSWER);
        LocalDate today = Paris.today(clock);
        return database.call(by, tx -> {
            AuditSql sql = tx.attach(AuditSql.class);
            // As a single save does: first what may lock the row for itself, then the share lock.
            boolean started = sql.start(id) > 0;
            Audit audit = sql.lockForSave(id, by.perimeter(Role.AGENT, Role.ESTABLISHMENT), today)
                    .orElseThrow(Refusal::notFound);
            Map<ControlCode, Cell> cells = sql.cells(id, audit.campaign()).stream()
                    .filter(cell -> cell.theme().equals(theme))
                    .collect(Collectors.toMap(Cell::control, Function.identity()));
            if (cells.isEmpty()) {
                throw Refusal.notFound();
            }
            SaveRules.mustBeOpen(audit, today);
            List<LastAnswer> shown =
                    tx.attach(LastAnswerSql.class).proposed(by, audit, List.copyOf(cells.values()), today).stream()
                            .filter(last -> seen.contains(last.seen()))
                            .toList();
            int written = write(tx, by, audit, shown, cells, started);
            return new Confirmed(written, seen.size() - written);
        });
    }

    private int write(
            Handle tx,
            Principal by,
            Audit audit,
            List<LastAnswer> shown,
            Map<ControlCode, Cell> cells,
            boolean started) {
        LocalDate today = Paris.today(clock);
        Map<ControlCode, Party> parties = new LinkedHashMap<>();
        for (LastAnswer last : shown) {
            Cell cell = cells.get(last.control());
            if (cell != null) {
                parties.put(last.control(), SaveRules.writerOf(by, audit, cell, today));
            }
        }
        List<ControlCode> written = tx.attach(LastAnswerSql.class)
                .confirm(
                        audit.campaign(),
                        audit.id(),
                        parties.keySet().stream().map(ControlCode::value).toList(),
                        parties.values().stream().map(Party::name).toList(),
                        by.account(),
                        clock.instant());
        if (written.isEmpty()) {
            throw Refusal.conflict("audit.last.none");
        }
        if (started) {
            journal.record(tx, Entry.of(by, Transition.START.action(), audit.object()));
        }
        AuditSql sql = tx.attach(AuditSql.class);
        cells.values().stream()
                .filter(cell -> written.contains(cell.control()))
                .map(Cell::party)
                .distinct()
                // In one order for everybody: two people who confirm two themes never wait for each other in a ring.
                .sorted()
                .forEach(party -> sql.addWriter(audit.id(), by.account(), party));
        record(tx, by, audit, shown, written);
        return written.size();
    }

    /** One entry: the verdict of each control by its code; the words are those of the earlier audit, journalled there. */
    private void record(Handle tx, Principal by, Audit audit, List<LastAnswer> shown, List<ControlCode> written) {
        Map<String, Object> after = new LinkedHashMap<>();
        shown.stream().filter(last -> written.contains(last.control())).forEach(last -> {
            after.put("theme", last.theme());
            after.put(last.control().value(), last.verdict().name());
        });
        journal.record(
                tx,
                Entry.of(by, "answers.confirmed", audit.object())
                        .with(after)
                        .touching(written.stream()
                                .map(control -> audit.object() + "/" + control)
                                .toList()));
    }
}
