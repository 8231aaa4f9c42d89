package fr.preau.bench;

/**
 * A control of an open audit, to be answered.
 *
 * @param version what is seen of it, 0 as long as nobody has answered
 */
record Target(long audit, String control, int version) {
    /** The same after one more save. */
    Target saved() {
        return new Target(audit, control, version + 1);
    }

    /** Another answer than the one before, so that every save writes. */
    String verdict() {
        return version % 2 == 0 ? "CONFORME" : "PARTIEL";
    }
}
