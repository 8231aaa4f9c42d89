package fr.preau.audit;

/** What a reviewer thinks of a declared answer; it never changes the answer. */
public enum OpinionKind {
    ACCEPTED,
    /** The declared value stays, and is counted apart. */
    RESERVATION,
    /** The reviewed reading counts the reviewer's value. */
    CONTESTED
}
