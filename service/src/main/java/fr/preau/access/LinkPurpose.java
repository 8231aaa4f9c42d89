package fr.preau.access;

/** What a one-time link lets its bearer do. */
public enum LinkPurpose {
    /** Create the first administrator of an empty service. */
    FIRST,
    /** Choose the first password of an account. */
    INVITATION,
    /** Choose a new password. */
    RESET
}
