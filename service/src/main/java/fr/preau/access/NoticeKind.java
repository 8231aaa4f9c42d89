package fr.preau.access;

/** What others did to an account, that its owner is told at the next sign-in. */
public enum NoticeKind {
    /** A link to choose a new password was made. */
    RESET_LINK,
    /** The second factor was removed. */
    FACTOR_REMOVED,
    /** A link to choose a new password was asked for on the sign-in page. */
    FORGOTTEN,
    /** Who the owner is elsewhere was bound to the account. */
    IDENTITY_BOUND,
    /** Such a binding was removed. */
    IDENTITY_REMOVED,
    /** A collectivity was replaced by another, and the rights on it went over. */
    UNIT_SUCCEEDED
}
