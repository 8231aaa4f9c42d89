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
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
            // First, because it may lock the row for itself; the share lock of the read below never has to grow.
            boolean started = sql.start(id) > 0;
            Audit audit = sql.lockForSave(id, by.perimeter(Role.AGENT, Role.ESTABLISHMENT), today)
                    .orElseThrow(Refusal::notFound);
            Cell cell = sql.cell(id, audit.campaign(), control).orElseThrow(Refusal::notFound);
            Party as = writerOf(by, audit, cell, today);
            mustBeOpen(audit, today);
            if (cell.version() != seen) {
                throw stale(cell);
            }
            if (cell.verdict() == answer.verdict() && Objects.equals(cell.comment(), answer.comment())) {
                return saved(cell, by);
            }
            mustTellWhy(sql, by, audit, cell, answer);
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
                ? sql.insertAnswer(key, answer, by.account(), as, clock.instant())
                : sql.updateAnswer(key, answer, by.account(), as, clock.instant(), cell.version());
        if (written == 0) {
            throw stale(sql.cell(audit.id(), audit.campaign(), cell.control()).orElseThrow(Refusal::notFound));
        }
        sql.addWriter(audit.id(), by.account(), cell.party());
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("verdict", answer.verdict().name());
        after.put("version", cell.version() + 1);
        after.put("party", as.name());
        journal.record(
                tx,
                Entry.of(by, "answer.saved", audit.object() + "/" + cell.control())
                        .change(before(cell), after)
                        .text(answer.comment()));
    }

    private static @Nullable Map<String, ?> before(Cell cell) {
        return cell.verdict() == null ? null : Map.of("verdict", cell.verdict().name(), "version", cell.version());
    }

    private static Party writerOf(Principal by, Audit audit, Cell cell, LocalDate today) {
        return Answering.writesFor(by, audit, cell.party(), today)
                .orElseThrow(() -> Refusal.forbidden(
                        "audit.notYours", Message.of("party.of." + cell.party().name())));
    }

    private static void mustBeOpen(Audit audit, LocalDate today) {
        if (today.isBefore(audit.opensOn())) {
            throw Refusal.conflict("audit.campaign.notYet", audit.opensOn());
        }
        if (today.isAfter(audit.closesOn())) {
            throw Refusal.conflict("audit.campaign.closed", audit.closesOn());
        }
        if (!audit.state().open()) {
            throw Refusal.conflict("audit.noSave." + audit.state().name());
        }
    }

    /** An exception to a shared answer says why: in words that are not those of the shared answer itself. */
    private static void mustTellWhy(AuditSql sql, Principal by, Audit audit, Cell cell, NewAnswer answer) {
        boolean told = answer.comment() != null && !answer.comment().equals(cell.comment());
        boolean departs = sql.provenance(audit, cell, by)
                .filter(from -> from.verdict() != null && from.verdict() != answer.verdict())
                .filter(from -> from.follows() || answer.comment() == null)
                .isPresent();
        if (departs && !told) {
            throw Refusal.invalid("comment", "audit.comment.exception");
        }
    }

    private static Refusal stale(Cell cell) {
        if (!cell.answered()) {
            return new Refusal(new Problem.Stale(Message.of("audit.stale.none"), null));
        }
        return new Refusal(new Problem.Stale(Message.of("audit.stale"), saved(cell, null)));
    }

    private static SavedAnswer saved(Cell cell, @Nullable Principal by) {
        String author = by != null && by.account().equals(cell.author()) ? by.name() : cell.authorName();
        return new SavedAnswer(
                Objects.requireNonNull(cell.verdict()),
                cell.comment(),
                cell.version(),
                Objects.requireNonNull(cell.authorParty()),
                author,
                Objects.requireNonNull(cell.at()));
    }
}
