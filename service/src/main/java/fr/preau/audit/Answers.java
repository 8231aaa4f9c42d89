package fr.preau.audit;

import fr.preau.access.Perimeter;
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
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Saves answers, one at a time, and never over somebody else's: a save names the version that its author has seen. Two
 * people on different controls don't wait for each other; a submission waits for the saves under way.
 */
public final class Answers {
    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public Answers(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Saves an answer.
     *
     * @param seen version that the author has seen, 0 when unanswered
     * @throws Refusal not found outside one's sight or for a control that is not asked; forbidden when the control is
     *     another party's; conflict when the audit is submitted or the campaign not running; stale, with what is
     *     stored, when somebody has saved since
     */
    public SavedAnswer save(Principal by, AuditId id, ControlCode control, int seen, NewAnswer answer) {
        by.needs(Scope.ANSWER);
        LocalDate today = Paris.today(clock);
        return database.call(by, tx -> {
            AuditSql sql = tx.attach(AuditSql.class);
            Perimeter where = by.perimeter(Role.AGENT, Role.ESTABLISHMENT);
            Optional<HeldCell> begun = sql.lockCellForSave(id, control, where, today, true);
            // One that is not begun was left unlocked, so that the lock of the start is the first: none ever grows.
            boolean started = begun.isEmpty() && sql.start(id) > 0;
            HeldCell held = begun.or(() -> sql.lockCellForSave(id, control, where, today, false))
                    .orElseThrow(Refusal::notFound);
            Audit audit = held.audit();
            Cell cell = held.cell();
            Party as = SaveRules.writerOf(by, audit, cell, today);
            SaveRules.mustBeOpen(audit, today);
            SaveRules.mustBeSeen(cell, seen);
            if (SaveRules.same(cell, answer)) {
                return SaveRules.saved(cell, by);
            }
            if (SaveRules.mayLackWhy(cell, answer)) {
                SaveRules.mustTellWhy(sql.provenance(audit, cell, by), cell, answer);
            }
            if (started) {
                journal.record(tx, Entry.of(by, Transition.START.action(), audit.object()));
            }
            write(tx, by, audit, cell, answer, as);
            return new SavedAnswer(answer.verdict(), answer.comment(), seen + 1, as, by.name(), clock.instant());
        });
    }

    private void write(Handle tx, Principal by, Audit audit, Cell cell, NewAnswer answer, Party as) {
        AuditSql sql = tx.attach(AuditSql.class);
        AnswerKey key = new AnswerKey(audit.campaign(), audit.id(), cell.control());
        int written = cell.version() == 0
                ? sql.insertAnswer(key, answer, by.account(), as, cell.party(), clock.instant())
                : sql.updateAnswer(key, answer, by.account(), as, cell.party(), clock.instant(), cell.version());
        if (written == 0) {
            throw SaveRules.stale(
                    sql.cell(audit.id(), audit.campaign(), cell.control()).orElseThrow(Refusal::notFound));
        }
        journal.record(tx, entry(by, audit, cell, answer, as));
    }

    /** What the journal keeps of one answer saved, whether alone or with others. */
    static Entry entry(Principal by, Audit audit, Cell cell, NewAnswer answer, Party as) {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("verdict", answer.verdict().name());
        after.put("version", cell.version() + 1);
        after.put("party", as.name());
        return Entry.of(by, "answer.saved", audit.object() + "/" + cell.control())
                .change(before(cell), after)
                .text(answer.comment());
    }

    private static @Nullable Map<String, ?> before(Cell cell) {
        return cell.verdict() == null ? null : Map.of("verdict", cell.verdict().name(), "version", cell.version());
    }
}
