package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.checklist.Party;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * One unit of work of {@link ManyAnswers}: each rule is asked cell by cell, and what passes is written by sets, with the
 * entry in the journal that a single save leaves.
 */
record Batch(Handle tx, Journal journal, Principal by, Instant at, LocalDate today) {

    /** One save that passed every rule. */
    private record Passed(Audit audit, Cell cell, NewAnswer answer, Party as) {}

    List<CellOutcome> save(SheetState state, List<CellSave> saves) {
        List<CellOutcome> outcomes = new ArrayList<>();
        List<Passed> passed = new ArrayList<>();
        for (CellSave save : saves) {
            try {
                SavedAnswer answer = decide(state, save, passed);
                outcomes.add(CellOutcome.saved(save, answer, departs(state, save, answer)));
            } catch (Refusal refusal) {
                outcomes.add(CellOutcome.refused(save, refusal.problem()));
            }
        }
        passed.sort(Comparator.comparing((Passed one) -> one.audit().id().value())
                .thenComparing(one -> one.cell().control().value()));
        write(passed);
        return outcomes;
    }

    /** The answer as it will stand; adds it to what passed unless it says what is stored. */
    private SavedAnswer decide(SheetState state, CellSave save, List<Passed> passed) {
        CellKey key = new CellKey(save.audit(), save.control());
        Audit audit = state.audits().get(save.audit());
        Cell cell = state.cells().get(key);
        if (audit == null || cell == null) {
            throw Refusal.notFound();
        }
        Party as = SaveRules.writerOf(by, audit, cell, today);
        SaveRules.mustBeOpen(audit, today);
        SaveRules.mustBeSeen(cell, save.seen());
        NewAnswer answer = answer(state, save, key, cell);
        if (SaveRules.same(cell, answer)) {
            return SaveRules.saved(cell, by);
        }
        SaveRules.mustTellWhy(state.provenance(key, cell), cell, answer);
        passed.add(new Passed(audit, cell, answer, as));
        return new SavedAnswer(answer.verdict(), answer.comment(), cell.version() + 1, as, by.name(), at);
    }

    private static boolean departs(SheetState state, CellSave save, SavedAnswer answer) {
        Provenance from = state.provenances().get(new CellKey(save.audit(), save.control()));
        return from != null && from.verdict() != null && from.verdict() != answer.verdict();
    }

    private static NewAnswer answer(SheetState state, CellSave save, CellKey key, Cell cell) {
        if (!save.last()) {
            return new NewAnswer(save.verdict(), save.comment() == null ? cell.comment() : save.comment());
        }
        LastAnswer last = state.last().get(key);
        if (last == null || last.verdict() != save.verdict()) {
            throw Refusal.conflict("audit.last.none");
        }
        return last.answer();
    }

    private void write(List<Passed> passed) {
        if (passed.isEmpty()) {
            return;
        }
        ManySql sql = tx.attach(ManySql.class);
        for (AuditId begun : sql.start(all(passed, one -> one.audit().id().value()))) {
            journal.record(tx, Entry.of(by, Transition.START.action(), Audit.object(begun)));
        }
        List<Long> audits = all(passed, one -> one.audit().id().value());
        sql.write(
                all(passed, one -> one.audit().campaign().value()),
                audits,
                all(passed, one -> one.cell().control().value()),
                all(passed, one -> one.answer().verdict().name()),
                texts(passed),
                all(passed, one -> one.as().name()),
                by.account(),
                at);
        sql.addWriters(audits, all(passed, one -> one.cell().party().name()), by.account());
        passed.forEach(one -> journal.record(tx, Answers.entry(by, one.audit(), one.cell(), one.answer(), one.as())));
    }

    private static <T> List<T> all(List<Passed> passed, Function<Passed, T> value) {
        return passed.stream().map(value).toList();
    }

    /** The comments, null where there is none. */
    private static String[] texts(List<Passed> passed) {
        return passed.stream().map(one -> one.answer().comment()).toArray(String[]::new);
    }
}
