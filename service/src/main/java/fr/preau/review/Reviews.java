package fr.preau.review;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.audit.Answering;
import fr.preau.audit.Audit;
import fr.preau.audit.AuditState;
import fr.preau.audit.AuditView;
import fr.preau.audit.Audits;
import fr.preau.audit.Transition;
import fr.preau.checklist.Party;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes an audit from hand to hand: submission, withdrawal, and what its reviewer decides. */
public final class Reviews {
    private final Database database;
    private final Journal journal;
    private final Audits audits;
    private final InstantSource clock;
    private final Trail trail;

    public Reviews(Database database, Journal journal, Audits audits, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
        this.clock = clock;
        trail = new Trail(journal, clock);
    }

    /**
     * Submits the audit to the académie.
     *
     * @throws Refusal forbidden for who may not; conflict when answers are missing, or the state or the day forbids it
     */
    public void submit(Principal by, AuditId id) {
        by.needs(Scope.ANSWER);
        database.run(by, tx -> {
            Audit audit = submitter(tx, by, id);
            mustRun(audit);
            List<String> needed =
                    audit.neededToSubmit().stream().map(Party::name).toList();
            ReviewSql sql = tx.attach(ReviewSql.class);
            if (sql.submit(id, by.account(), clock.instant(), from(Transition.SUBMIT), needed) == 0) {
                throw Transition.SUBMIT.leaves(audit.state())
                        ? Refusal.conflict("review.submit.missing")
                        : wrongState(audit);
            }
            sql.forgetRendered(id);
            sql.forgetRenderedEvidence(id);
            sql.keepEvidence(id, audit.campaign());
            trail.submitted(tx, by, id);
            took(tx, by, audit, Transition.SUBMIT, null);
        });
    }

    /** Refuses, as not found, an audit outside the person's units. */
    void mustSee(Principal by, AuditId id) {
        database.run(by, tx -> audits.find(tx, by, id));
    }

    /** Takes a submitted audit back, as long as no reviewer has opened it. */
    public void withdraw(Principal by, AuditId id) {
        by.needs(Scope.ANSWER);
        database.run(by, tx -> {
            Audit audit = submitter(tx, by, id);
            mustRun(audit);
            if (tx.attach(ReviewSql.class).withdraw(id, from(Transition.WITHDRAW)) == 0) {
                throw audit.state() == AuditState.SUBMITTED
                        ? Refusal.conflict("review.withdraw.read")
                        : wrongState(audit);
            }
            took(tx, by, audit, Transition.WITHDRAW, null);
        });
    }

    /** The audit for its reviewer; opening a submitted one ends its side's right to withdraw it, and is recorded. */
    public AuditView open(Principal by, AuditId id) {
        return database.call(by, tx -> open(tx, by, id));
    }

    private AuditView open(Handle tx, Principal by, AuditId id) {
        reviewer(tx, by, id);
        // Recorded only for who can judge it: a colleague's look, or the author's own, takes nothing away.
        AuditView view = audits.view(tx, by, id);
        if (view.mayJudge()) {
            read(tx, by, id);
        }
        return view;
    }

    /** For what a reviewer does before the decision, in the caller's transaction: the audit counts as opened. */
    void begin(Handle tx, Principal by, AuditId id) {
        reviewer(tx, by, id);
        read(tx, by, id);
    }

    /** The audit as the person sees it, without opening it for review. */
    AuditView seen(Principal by, AuditId id) {
        return audits.view(by, id);
    }

    private void read(Handle tx, Principal by, AuditId id) {
        if (tx.attach(ReviewSql.class).markRead(id, clock.instant()) > 0) {
            trail.opened(tx, by, List.of(id));
            journal.record(tx, Entry.of(by, "audit.read", Audit.object(id)));
        }
    }

    /** The audit for its reviewer, as {@link #open}, with what they hold it against. */
    UnderReview underReview(Principal by, AuditId id) {
        return database.call(by, tx -> {
            AuditView view = open(tx, by, id);
            ReviewSql sql = tx.attach(ReviewSql.class);
            return new UnderReview(
                    view,
                    sql.reasons(id),
                    tx.attach(TrailSql.class).proposed(id, by.account()),
                    view.sight().progressOnly() ? List.of() : sql.former(id, by.perimeter(Role.REVIEWER)));
        });
    }

    /**
     * Validates the audit; where the campaign asks for four eyes, the first reviewer proposes and another one validates.
     *
     * @return whether it is validated now, rather than proposed
     */
    public boolean validate(Principal by, AuditId id) {
        by.needs(Scope.REVIEW);
        return database.call(by, tx -> {
            Audit audit = reviewer(tx, by, id);
            trail.opened(tx, by, List.of(id));
            if (tx.attach(TrailSql.class).propose(id, by.account(), clock.instant()) > 0) {
                journal.record(tx, Entry.of(by, "audit.proposed", audit.object()));
                return false;
            }
            judge(tx, by, audit, Transition.VALIDATE, null);
            return true;
        });
    }

    /**
     * Sends the audit back with a reason a control; every control is open again.
     *
     * @throws Refusal invalid for a control that the audit is not asked
     */
    public void sendBack(Principal by, AuditId id, SendBack back) {
        by.needs(Scope.REVIEW);
        database.run(by, tx -> {
            Audit audit = reviewer(tx, by, id);
            trail.opened(tx, by, List.of(id));
            judge(tx, by, audit, Transition.SEND_BACK, null);
            reasons(tx, by, audit, back);
        });
    }

    /** Reopens a validated audit, for a reason. */
    public void reopen(Principal by, AuditId id, String reason) {
        by.needs(Scope.REVIEW);
        String text = SendBack.checked("reason", reason);
        database.run(by, tx -> judge(tx, by, reviewer(tx, by, id), Transition.REOPEN, text));
    }

    /** Takes the audit out of the campaign's roster, for a reason: it stays readable and counts nowhere. */
    public void remove(Principal by, AuditId id, String reason) {
        by.needs(Scope.SESSION);
        String text = SendBack.checked("reason", reason);
        database.running(by, tx -> {
            Audit audit = audits.find(tx, by, id);
            ReviewSql sql = tx.attach(ReviewSql.class);
            List<String> run = by.held(Role.ADMINISTRATOR, Role.EDITOR).stream()
                    .map(grant -> grant.unit().toString())
                    .toList();
            if (!sql.liesWithin(sql.campaignUnit(id), run)) {
                throw Refusal.forbidden("review.remove.notYours");
            }
            if (sql.remove(id, from(Transition.REMOVE)) == 0) {
                throw wrongState(audit);
            }
            took(tx, by, audit, Transition.REMOVE, text);
            return audit;
        });
    }

    private void judge(Handle tx, Principal by, Audit audit, Transition edge, @Nullable String reason) {
        ReviewSql sql = tx.attach(ReviewSql.class);
        if (sql.judge(audit.id(), by.account(), clock.instant(), edge.to(), from(edge)) == 0) {
            throw whyNot(tx, by, audit, edge);
        }
        if (edge.to() == AuditState.SENT_BACK) {
            sql.keepRendered(audit.id(), audit.campaign());
        }
        took(tx, by, audit, edge, reason);
        if (edge != Transition.REOPEN) {
            trail.judged(tx, by, List.of(audit.id()), edge.to());
        }
    }

    private static Refusal whyNot(Handle tx, Principal by, Audit audit, Transition edge) {
        if (!edge.leaves(audit.state())) {
            return wrongState(audit);
        }
        boolean waits = tx.attach(TrailSql.class)
                .proposed(audit.id(), by.account())
                .filter(Proposed::mine)
                .isPresent();
        return Refusal.forbidden(waits ? "review.fourEyes.mine" : "review.ownWork");
    }

    private void reasons(Handle tx, Principal by, Audit audit, SendBack back) {
        ReviewSql sql = tx.attach(ReviewSql.class);
        back.reasons().forEach((control, reason) -> {
            if (sql.insertReason(audit.id(), control, reason, by.account(), clock.instant()) == 0) {
                throw Refusal.invalid("reason." + control, "review.reason.notAsked", control.value());
            }
            journal.record(
                    tx,
                    Entry.of(by, "review.reason", audit.object() + "/" + control)
                            .text(reason));
        });
    }

    private void took(Handle tx, Principal by, Audit audit, Transition edge, @Nullable String reason) {
        journal.record(
                tx,
                Entry.of(by, edge.action(), audit.object())
                        .change(
                                Map.of("state", audit.state().name()),
                                Map.of("state", edge.to().name()))
                        .text(reason));
    }

    /** The audit, for somebody who may submit it; to others of its side it says so. */
    private Audit submitter(Handle tx, Principal by, AuditId id) {
        Audit audit = audits.find(tx, by, id);
        if (!Answering.maySubmit(by, audit, Paris.today(clock))) {
            throw Refusal.forbidden("review.submit.notYours");
        }
        return audit;
    }

    /** The audit, for a reviewer of its units; to others it says so. */
    private Audit reviewer(Handle tx, Principal by, AuditId id) {
        LocalDate today = Paris.today(clock);
        Audit audit = audits.find(tx, by, id);
        if (audit.placements(today).stream().noneMatch(place -> by.reaches(place, Role.REVIEWER))) {
            throw Refusal.forbidden("review.notReviewer");
        }
        return audit;
    }

    private void mustRun(Audit audit) {
        LocalDate today = Paris.today(clock);
        if (today.isBefore(audit.opensOn())) {
            throw Refusal.conflict("audit.campaign.notYet", audit.opensOn());
        }
        if (today.isAfter(audit.closesOn())) {
            throw Refusal.conflict("audit.campaign.closed", audit.closesOn());
        }
    }

    private static List<AuditState> from(Transition edge) {
        return List.copyOf(edge.from());
    }

    private static Refusal wrongState(Audit audit) {
        return Refusal.conflict("review.wrongState." + audit.state().name());
    }
}
