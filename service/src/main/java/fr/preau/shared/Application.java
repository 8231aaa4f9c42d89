package fr.preau.shared;

import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Party;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work of {@link SharedAnswers}: writes sets of answers, each by a statement, and records it as one entry of
 * the journal that names the audits. It decides nothing of who may.
 *
 * @param tx the caller's transaction
 */
record Application(Handle tx, Journal journal, Actor by, Instant at) {

    /** The shared answer of that place, made if nobody has given it yet, and held until the end. */
    SharedAnswerId place(Proposal proposal) {
        SharedWriteSql sql = sql();
        sql.place(proposal, proposal.set(), at, by.account());
        SharedAnswerId id =
                tx.attach(SharedSql.class).placed(proposal, proposal.set()).orElseThrow(Refusal::notFound);
        return sql.lock(id);
    }

    void hold(SharedAnswerId id) {
        sql().lock(id);
    }

    void lock(List<Long> audits) {
        sql().lockAudits(audits);
    }

    /** Gives the answer to the schools, and marks the kept ones as exceptions. */
    void apply(SharedAnswerId id, Proposal proposal, List<Candidate> schools, List<Candidate> kept) {
        SharedWriteSql sql = sql();
        sql.forgetChanges(id);
        sql.forgetApplication(id);
        sql.rememberApplication(id, at, by.account());
        NewAnswer answer = proposal.answer();
        int started = write(id, proposal, schools, by.account());
        sql.markKept(id, proposal.campaign(), proposal.control(), ids(kept));
        sql.change(id, answer.verdict(), answer.comment(), at, by.account());
        record("shared.applied", id, facts(proposal, started), ids(schools), answer.comment());
    }

    /** Writes the answers of schools that have joined, by who gave the shared answer; that stays as it is. */
    void receive(SharedAnswer shared, List<Candidate> schools) {
        int started = write(shared.id(), proposal(shared), schools, shared.changedBy());
        record("shared.received", shared.id(), facts(proposal(shared), started), ids(schools), null);
    }

    /** One school goes back to the shared answer. */
    void rejoin(SharedAnswer shared, Candidate school) {
        int started = write(shared.id(), proposal(shared), List.of(school), by.account());
        record("shared.rejoined", shared.id(), facts(proposal(shared), started), ids(List.of(school)), null);
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

    /** The answers, what they replace, who can't judge them any more; the number of audits that they begin. */
    private int write(SharedAnswerId id, Proposal proposal, List<Candidate> schools, AccountId author) {
        SharedWriteSql sql = sql();
        List<Long> audits = ids(schools);
        List<String> parties = schools.stream()
                .map(school -> school.answeredFor(proposal.owner()).orElseThrow(Refusal::notFound))
                .map(Party::name)
                .toList();
        sql.keepPrior(id, proposal.campaign(), proposal.control(), audits, parties, at, author);
        sql.write(id, proposal, proposal.answer(), audits, parties, at, author);
        sql.addWriters(
                audits, schools.stream().map(school -> school.fallsTo().name()).toList(), author);
        return sql.start(audits);
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

    private static Map<String, Object> facts(Proposal proposal, int started) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("campaign", proposal.campaign().value());
        facts.put("control", proposal.control().value());
        facts.put("owner", proposal.owner().toString());
        facts.put("set", proposal.set().code());
        facts.put("verdict", proposal.answer().verdict().name());
        facts.put("started", started);
        return facts;
    }

    private static Proposal proposal(SharedAnswer shared) {
        return new Proposal(shared.campaign(), shared.owner(), shared.control(), shared.set(), shared.answer());
    }

    private static List<Long> ids(List<Candidate> schools) {
        return schools.stream().map(school -> school.id().value()).toList();
    }

    private SharedWriteSql sql() {
        return tx.attach(SharedWriteSql.class);
    }
}
