package fr.preau.edition;

import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.TreeSet;

/** The rows that there are in a unit, whatever the label. */
final class Groups {
    private Groups() {}

    /** A collectivity's own figures are for itself: they are in no row that others read. */
    static List<Group> of(UnitId unit, List<Stratum> strata) {
        TreeSet<Group> groups = new TreeSet<>();
        for (Stratum stratum : strata) {
            Stratum.Key key = stratum.key();
            if (unit.kind() == UnitId.Kind.NATION) {
                groups.add(new Group(Family.NATION_TYPE, "", key.type().name()));
            }
            String degree = Family.degree(key.type());
            if (!degree.isEmpty()) {
                groups.add(new Group(Family.ACADEMY_DEGREE, key.academy(), degree));
                groups.add(new Group(Family.DEPARTMENT_DEGREE, key.department(), degree));
            }
            if (key.collectivity() != null) {
                groups.add(new Group(Family.COLLECTIVITY, key.collectivity(), ""));
            }
        }
        return unit.kind() == UnitId.Kind.COLLECTIVITY ? List.of() : List.copyOf(groups);
    }

    static int schools(Group group, List<Stratum> strata) {
        return strata.stream().filter(group::covers).mapToInt(Stratum::schools).sum();
    }
}
