package fr.preau.access;

/** What others did to an account, that its owner is told at the next sign-in. */
public enum NoticeKind {
    /** A link to choose a new password was made. */
    RESET_LINK,
    /** The second factor was removed. */
    FACTOR_REMOVED
}
