package fr.preau.edition;

import fr.preau.checklist.Checklist;
import fr.preau.checklist.SchoolType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a snapshot as far as they are shown: what tables are made of.
 *
 * @param decisions row by row; empty where nothing is to be hidden
 * @param schools rendered schools by row
 * @param names of units by code
 */
record Shown(
        Snapshot snapshot,
        Checklist checklist,
        List<Decision> decisions,
        Map<Group, Integer> schools,
        Map<String, String> names) {

    Shown {
        decisions = List.copyOf(decisions);
        schools = Map.copyOf(schools);
        names = Map.copyOf(names);
    }

    /** The types of which figures may be summed up. */
    List<SchoolType> types() {
        return Arrays.stream(SchoolType.values())
                .filter(type -> decisions.stream().noneMatch(one -> one.group().equals(ofType(type)) && !one.shown()))
                .toList();
    }

    /** The rows of a family, with what was decided. */
    List<Decision> of(Family family) {
        return decisions.stream().filter(one -> one.group().family() == family).toList();
    }

    /** Why a row is hidden; null when it is not. */
    @Nullable
    Hidden why(Group group) {
        Optional<Decision> decided =
                decisions.stream().filter(one -> one.group().equals(group)).findFirst();
        return decided.map(Decision::hidden).orElse(null);
    }

    static Group ofType(SchoolType type) {
        return new Group(Family.NATION_TYPE, "", type.name());
    }

    int schools(Group group) {
        return schools.getOrDefault(group, 0);
    }

    String name(String code) {
        return names.getOrDefault(code, code);
    }
}
