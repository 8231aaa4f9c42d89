package fr.preau.audit;

import static fr.preau.audit.AuditState.IN_PROGRESS;
import static fr.preau.audit.AuditState.REMOVED;
import static fr.preau.audit.AuditState.SENT_BACK;
import static fr.preau.audit.AuditState.SUBMITTED;
import static fr.preau.audit.AuditState.TO_DO;
import static fr.preau.audit.AuditState.VALIDATED;

import java.util.EnumSet;
import java.util.Set;

/**
 * The life of an audit, one line an edge: from which states, to which, by whom, and the entry that it leaves in the
 * journal. There are no others.
 */
public enum Transition {
    START(EnumSet.of(TO_DO), IN_PROGRESS, Taker.WRITER, "audit.started"),
    SUBMIT(EnumSet.of(IN_PROGRESS, SENT_BACK), SUBMITTED, Taker.SUBMITTER, "audit.submitted"),
    WITHDRAW(EnumSet.of(SUBMITTED), IN_PROGRESS, Taker.SUBMITTER, "audit.withdrawn"),
    SEND_BACK(EnumSet.of(SUBMITTED), SENT_BACK, Taker.REVIEWER, "audit.sentBack"),
    VALIDATE(EnumSet.of(SUBMITTED), VALIDATED, Taker.REVIEWER, "audit.validated"),
    REOPEN(EnumSet.of(VALIDATED), SENT_BACK, Taker.REVIEWER, "audit.reopened"),
    REMOVE(EnumSet.of(TO_DO, IN_PROGRESS, SUBMITTED, SENT_BACK, VALIDATED), REMOVED, Taker.ORGANISER, "audit.removed");

    /** Who may take an edge, within the units of their grants. */
    public enum Taker {
        /** Whoever may answer the control that is being saved. */
        WRITER,
        /** An agent of the school's collectivity; of the State where it has none. While the campaign is open. */
        SUBMITTER,
        /** A reviewer who neither submitted the audit nor wrote one of its answers, those for the State excepted. */
        REVIEWER,
        /** An editor or administrator of the campaign's unit. */
        ORGANISER
    }

    private final Set<AuditState> from;
    private final AuditState to;
    private final Taker taker;
    private final String action;

    Transition(Set<AuditState> from, AuditState to, Taker taker, String action) {
        this.from = from;
        this.to = to;
        this.taker = taker;
        this.action = action;
    }

    public Set<AuditState> from() {
        return EnumSet.copyOf(from);
    }

    public AuditState to() {
        return to;
    }

    public Taker taker() {
        return taker;
    }

    /** The journal's word for it. */
    public String action() {
        return action;
    }

    public boolean leaves(AuditState state) {
        return from.contains(state);
    }
}
