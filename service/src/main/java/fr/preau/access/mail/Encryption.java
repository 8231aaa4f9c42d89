package fr.preau.access.mail;

/** How the connection to the mail server is protected; nothing but the machine itself is spoken to in the clear. */
public enum Encryption {
    /** Begins in the clear and must turn to TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** None: on loopback only. */
    NONE
}
