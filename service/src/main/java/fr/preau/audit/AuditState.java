package fr.preau.audit;

import java.util.List;

/** Where an audit stands; {@link Transition} lists the edges between them. */
public enum AuditState {
    TO_DO,
    IN_PROGRESS,
    SUBMITTED,
    /** In progress again, after a reviewer sent it back with reasons. */
    SENT_BACK,
    VALIDATED,
    /** Out of the campaign's roster; kept and readable, counted nowhere. */
    REMOVED;

    /** The states as lists show them: what came back first, then what is left to fill in. */
    public static List<AuditState> waitingFirst() {
        return List.of(SENT_BACK, IN_PROGRESS, TO_DO, SUBMITTED, VALIDATED, REMOVED);
    }

    /** Whether answers may change. */
    public boolean open() {
        return this == TO_DO || this == IN_PROGRESS || this == SENT_BACK;
    }

    /** Whether its conformity counts in the figures of units. */
    public boolean rendered() {
        return this == SUBMITTED || this == VALIDATED;
    }
}
