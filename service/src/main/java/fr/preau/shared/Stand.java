package fr.preau.shared;

/** Where a school of a set stands beside a shared answer that is given. */
public enum Stand {
    /** It follows it. */
    FOLLOWS,
    /** It has an answer of its own that differs, with its reason as comment. */
    EXCEPTION,
    /** It follows another shared answer of the same control. */
    ELSEWHERE,
    /** It has no answer: it joined the set since, or its answer was undone. */
    WAITING,
    /** It has the same answer by itself, or is closed without one. */
    NONE;

    /** How many schools stand so. */
    public record Count(Stand stand, int schools) {}
}
