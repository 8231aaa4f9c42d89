package fr.preau.audit;

/** Which values figures count; {@code R__figures.sql} says how. */
public enum FigureReading {
    /** The answers as their authors gave them. */
    DECLARED,
    /** The same, a contested answer at its reviewer's value; of validated audits. */
    REVIEWED,
    /** What the reviewed reading would be if the audit were validated now: for its reviewers alone. */
    DRAFT
}
