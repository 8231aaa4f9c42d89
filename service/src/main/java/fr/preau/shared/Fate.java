package fr.preau.shared;

/** What a shared answer would do to one school's answer; the preview counts them. */
public enum Fate {
    /** No answer yet: it receives this one. */
    NEW,
    /** It follows this shared answer, and moves with it. */
    MOVED,
    /** It has this very answer, word for word. */
    SAME,
    /** The school's own answer: kept unless one ticks. */
    OWN,
    /** It follows another shared answer: kept unless one ticks. */
    OTHER,
    /** Submitted or validated: untouched, whatever one ticks. */
    LOCKED;

    /** Whether it is written without being ticked. */
    public boolean always() {
        return this == NEW || this == MOVED;
    }

    /** Whether one may tick it. */
    public boolean optional() {
        return this == OWN || this == OTHER;
    }
}
