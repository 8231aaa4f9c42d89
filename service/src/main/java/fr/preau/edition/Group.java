package fr.preau.edition;

import java.util.Comparator;

/**
 * The schools of one row: all its figures are shown or none is.
 *
 * @param unit code of the unit, empty for the nation
 * @param slice a type, a degree, or empty for all types
 */
record Group(Family family, String unit, String slice) implements Comparable<Group> {
    static final String FIRST = "ECOLE";
    static final String SECOND = "SECOND";
    private static final Comparator<Group> ORDER =
            Comparator.comparing(Group::family).thenComparing(Group::unit).thenComparing(Group::slice);

    boolean covers(Stratum stratum) {
        return family.covers(this, stratum.key());
    }

    /** Whether the other is the same kind of row of another unit, or another type of the same one. */
    boolean besides(Group other) {
        return family == other.family && (family == Family.NATION_TYPE || slice.equals(other.slice));
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
