package fr.preau.plan;

/** Where a corrective action stands; {@link ActionStep} lists the edges between them. */
public enum ActionState {
    PLANNED,
    IN_PROGRESS,
    DONE,
    GIVEN_UP;

    /** Whether something is still to be done. */
    public boolean open() {
        return this == PLANNED || this == IN_PROGRESS;
    }
}
