package fr.preau.territory;

/** Whether a school is open. One that is {@link #CLOSING} (« à fermer ») is still open; only a line of a file closes. */
public enum SchoolState {
    OPEN,
    CLOSING,
    CLOSED
}
