package fr.preau.access;

import java.util.Locale;

/** How far a session or an API token may use the rights of its person. */
public enum Scope {
    /** Reads only. */
    READ,
    /** Reads, answers and submits. */
    ANSWER,
    /** Reads and judges. */
    REVIEW,
    /** A signed-in person in a browser: everything. */
    SESSION;

    public boolean includes(Scope wanted) {
        return this == SESSION || this == wanted || wanted == READ;
    }

    /** The scope as the command line and messages write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
