package fr.preau.edition;

import fr.preau.checklist.SchoolType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of rows that figures of several schools may take, with who may read them: {@code rules.md} § 10, one line
 * each. There are no others, so that there is nothing else to subtract.
 */
enum Family {
    /** A type of school in the whole nation. */
    NATION_TYPE(Label.CLEAR, true, false),
    /** A degree in an académie. */
    ACADEMY_DEGREE(Label.CLEAR, true, false),
    /** A degree in a department. */
    DEPARTMENT_DEGREE(Label.GREEN, false, false),
    /** All schools of a collectivity, which has agreed. */
    COLLECTIVITY(Label.GREEN, false, true);

    static final int SCHOOLS = 5;
    static final int COLLECTIVITIES = 3;
    /** Largest share that one collectivity, or one school, may have. */
    static final double SHARE = 0.85;

    private final Label least;
    private final boolean amongCollectivities;
    private final boolean agreed;

    Family(Label least, boolean amongCollectivities, boolean agreed) {
        this.least = least;
        this.amongCollectivities = amongCollectivities;
        this.agreed = agreed;
    }

    /** The widest circle that may read such a row. */
    Label least() {
        return least;
    }

    /** Those that a label allows. */
    static Set<Family> under(Label label) {
        return Arrays.stream(values())
                .filter(family -> label.allows(family.least))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Family.class)));
    }

    /** Whether several collectivities must stand behind a row: where it is a collectivity's own, they can't. */
    boolean amongCollectivities() {
        return amongCollectivities;
    }

    /** Whether a row appears only with the agreement of whom it names. */
    boolean agreed() {
        return agreed;
    }

    boolean covers(Group group, Stratum.Key key) {
        return switch (this) {
            case NATION_TYPE -> group.slice().equals(key.type().name());
            case ACADEMY_DEGREE ->
                group.unit().equals(key.academy()) && group.slice().equals(degree(key.type()));
            case DEPARTMENT_DEGREE ->
                group.unit().equals(key.department()) && group.slice().equals(degree(key.type()));
            case COLLECTIVITY -> group.unit().equals(key.collectivity());
        };
    }

    /** First degree, second degree; a CIO is of neither and counts in its type alone. */
    static String degree(SchoolType type) {
        return switch (type) {
            case ECOLE -> Group.FIRST;
            case COLLEGE, LYCEE, LYCEE_PRO, EREA -> Group.SECOND;
            case CIO -> "";
        };
    }
}
