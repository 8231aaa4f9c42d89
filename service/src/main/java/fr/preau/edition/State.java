package fr.preau.edition;

/** Where a deliverable stands. */
public enum State {
    DRAFT,
    PROPOSED,
    /** Both sides have signed what was proposed. */
    APPROVED,
    PUBLISHED,
    WITHDRAWN,
    /** By a newer edition. */
    REPLACED;

    /** Whether it was published once, and never changes again. */
    public boolean issued() {
        return compareTo(PUBLISHED) >= 0;
    }
}
