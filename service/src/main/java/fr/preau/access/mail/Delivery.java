package fr.preau.access.mail;

/** What became of one attempt to send: the server's own words are never kept, they may hold anything. */
public enum Delivery {
    SENT,
    /** Nobody answers there, or not in time. */
    UNREACHABLE,
    /** The server does not do TLS, or has a certificate that is not its own. */
    INSECURE,
    /** It does not know our name or password. */
    LOGIN_REFUSED,
    /** It knows no such address: trying again does not help. */
    RECIPIENT_REFUSED,
    /** It refuses the sender or the message. */
    MESSAGE_REFUSED
}
