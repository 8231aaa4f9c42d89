package fr.preau.shared;

import fr.preau.access.Perimeter;
import fr.preau.checklist.Party;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work of {@link SharedAnswers}: writes sets of answers, each by a statement, and records it as one entry of
 * the journal that names the audits. It decides nothing of who may.
 *
 * @param tx the caller's transaction
 */
record Application(Handle tx, Journal journal, Actor by, Instant at) {

    /** Where the shared answer of the proposal stands, made if nobody has given it yet, and held until the end. */
    Place place(Proposal proposal) {
        SharedWriteSql sql = sql();
        SharedSql read = tx.attach(SharedSql.class);
        sql.place(proposal, proposal.set(), at, by.account());
        Place made = read.placed(proposal, proposal.set()).orElseThrow(Refusal::notFound);
        sql.hold(Objects.requireNonNull(made.id()));
        // Its edition may have moved on while we waited.
        return read.placed(proposal, proposal.set()).orElseThrow(Refusal::notFound);
    }

    void hold(SharedAnswerId id) {
        sql().hold(id);
    }

    void lock(List<Long> audits) {
        sql().lockAudits(audits);
    }

    /** The audits of the question's set, each held until the end. */
    List<Long> lock(Question question, Perimeter perimeter, LocalDate today) {
        return sql().lock(question, perimeter, today);
    }

    /** Gives the answer to the schools of the plan, and marks the kept ones as exceptions. */
    void apply(Place place, Question question, Plan plan) {
        SharedWriteSql sql = sql();
        SharedAnswerId id = Objects.requireNonNull(place.id());
        if (place.edition() > 0) {
            sql.forgetChanges(id);
            sql.forgetApplication(id);
        }
        sql.rememberApplication(id, at, by.account());
        keep(question, plan, by.account());
        int started = write(question, plan, by.account());
        if (!plan.kept().isEmpty()) {
            sql.markKept(question, plan.kept());
        }
        sql.change(id, question.verdict(), question.comment(), at, by.account());
        record("shared.applied", id, facts(question, started), plan.audits(), question.comment());
    }

    /** Writes the answers of schools that have joined, by who gave the shared answer; that stays as it is. */
    void receive(SharedAnswer shared, Question question, Plan plan) {
        keep(question, plan, shared.changedBy());
        int started = write(question, plan, shared.changedBy());
        record("shared.received", shared.id(), facts(question, started), plan.audits(), null);
    }

    /** One school goes back to the shared answer. */
    void rejoin(SharedAnswerId id, Question question, Plan plan) {
        if (sql().comeBack(question, plan.audits().get(0)) == 0) {
            keep(question, plan, by.account());
        }
        int started = write(question, plan, by.account());
        record("shared.rejoined", id, facts(question, started), plan.audits(), null);
    }

    /** Puts back what stood before the last application of a shared answer that is held; the number of answers. */
    int undo(SharedAnswer shared) {
        SharedWriteSql sql = sql();
        List<Long> audits = sql.changed(shared.id());
        if (!shared.undoable()) {
            throw Refusal.conflict("shared.undo.none");
        }
        sql.lockAudits(audits);
        int touched = sql.touched(shared.id(), shared.campaign(), shared.control());
        if (touched > 0) {
            throw Refusal.conflict("shared.undo.touched", touched);
        }
        int restored = sql.restore(shared.id(), shared.campaign(), shared.control());
        sql.goBack(shared.id(), at, by.account());
        sql.unmarkKept(shared.id(), shared.campaign());
        sql.forgetChanges(shared.id());
        sql.forgetApplication(shared.id());
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("control", shared.control().value());
        record("shared.undone", shared.id(), after, audits, null);
        return restored;
    }

    /** What the answers replace. */
    private void keep(Question question, Plan plan, AccountId author) {
        if (!plan.first().isEmpty()) {
            sql().keepNothing(question, plan.first(), Objects.requireNonNull(plan.party()), at, author);
        }
        if (!plan.again().isEmpty()) {
            sql().keepPrior(question, plan.again());
        }
    }

    /** The answers, and who can't judge them any more; the number of audits that they begin. */
    private int write(Question question, Plan plan, AccountId author) {
        if (plan.audits().isEmpty()) {
            return 0;
        }
        SharedWriteSql sql = sql();
        Party party = Objects.requireNonNull(plan.party());
        if (!plan.first().isEmpty()) {
            sql.write(question, plan.first(), party, at, author);
        }
        if (!plan.again().isEmpty()) {
            sql.correct(question, plan.again(), party, at, author);
        }
        sql.addWriters(plan.audits(), plan.parties(), author);
        return plan.beginning() == 0 ? 0 : sql.start(plan.audits());
    }

    private void record(
            String action, SharedAnswerId id, Map<String, ?> after, List<Long> audits, @Nullable String text) {
        journal.record(
                tx,
                Entry.of(by, action, "shared/" + id)
                        .with(after)
                        .text(text)
                        .touching(audits.stream().map(audit -> "audit/" + audit).toList()));
    }

    private static Map<String, Object> facts(Question question, int started) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("campaign", question.campaign().value());
        facts.put("control", question.control().value());
        facts.put("owner", question.owner().toString());
        facts.put("set", question.set().code());
        facts.put("verdict", Objects.requireNonNull(question.verdict()).name());
        facts.put("started", started);
        return facts;
    }

    private SharedWriteSql sql() {
        return tx.attach(SharedWriteSql.class);
    }
}
