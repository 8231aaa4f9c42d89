package fr.preau.territory;

import fr.preau.territory.ShippedTerritory.Academy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A department with its académie and its région académique, as the product ships them: for who writes a directory
 * rather than reads one. Whoever asks the database asks {@link Territory}.
 */
public record StateDepartment(String code, String name, String academy, String academyName, String region) {

    /** All of them, in the file's order. */
    public static List<StateDepartment> all() {
        ShippedTerritory.StateTree state = ShippedTerritory.get().state();
        Map<String, Academy> academies =
                state.academies().stream().collect(Collectors.toMap(Academy::code, Function.identity()));
        return state.departments().stream()
                .map(one -> {
                    Academy academy = Objects.requireNonNull(academies.get(one.academy()), one.academy());
                    return new StateDepartment(
                            one.code(), one.name(), academy.code(), academy.name(), academy.region());
                })
                .toList();
    }

    /** The department of that code. */
    public static StateDepartment of(String code) {
        return all().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no department has the code " + code));
    }
}
