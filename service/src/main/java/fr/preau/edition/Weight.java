package fr.preau.edition;

/**
 * What schools hold of a theme, in halves of a weight: between nothing and the room that what is counted leaves.
 *
 * @param held twice the weight held, as in the view {@code tally}
 * @param room twice the weight counted
 */
record Weight(long held, long room) {
    static final Weight NONE = new Weight(0, 0);

    Weight {
        if (held < 0 || held > room) {
            throw new IllegalArgumentException("of " + room + " nobody holds " + held);
        }
    }

    Weight plus(Weight other) {
        return new Weight(held + other.held, room + other.room);
    }

    /** What is not held. */
    long missing() {
        return room - held;
    }
}
