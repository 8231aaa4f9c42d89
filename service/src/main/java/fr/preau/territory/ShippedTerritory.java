package fr.preau.territory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the product knows of the two trees without any file: read once from the jar, never from the network. */
final class ShippedTerritory {
    private static final ShippedTerritory INSTANCE = new ShippedTerritory();

    private final StateTree state = read("state.json", StateTree.class);
    private final Collectivities collectivities = read("collectivities.json", Collectivities.class);
    private final Map<String, String> academyOfDepartment = new HashMap<>();

    private ShippedTerritory() {
        state.departments().forEach(one -> academyOfDepartment.put(one.code(), one.academy()));
    }

    static ShippedTerritory get() {
        return INSTANCE;
    }

    StateTree state() {
        return state;
    }

    List<SecondDegree> secondDegree() {
        return collectivities.collectivities();
    }

    /** The académie of a department, empty for a code that is none. */
    Optional<String> academyOf(String department) {
        return Optional.ofNullable(academyOfDepartment.get(department));
    }

    /** Today's code of an académie that older files call otherwise: 05 Caen is 70 Normandie. */
    String academyToday(String code) {
        return state.replacedAcademies().getOrDefault(code, code);
    }

    /** The city of a municipal district of Paris, Lyon or Marseille, empty for any other commune. */
    Optional<District> district(String commune) {
        return collectivities.districts().stream()
                .filter(one -> commune.startsWith(one.prefix()) && !commune.equals(one.commune()))
                .findFirst();
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream in = ShippedTerritory.class.getResourceAsStream("/territory/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks territory/" + name);
            }
            return new ObjectMapper().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The State's side, with the académies' former codes. */
    @JsonIgnoreProperties("source")
    record StateTree(
            List<Region> regions,
            List<Academy> academies,
            List<Department> departments,
            Map<String, String> replacedAcademies) {}

    record Region(String code, String name) {}

    record Academy(String code, String name, String region) {}

    record Department(String code, String name, String academy) {}

    @JsonIgnoreProperties("source")
    record Collectivities(List<SecondDegree> collectivities, List<District> districts) {}

    /**
     * A collectivity and the schools that the law gives it.
     *
     * @param communes the only communes where it has them, null for all of its departments
     */
    record SecondDegree(
            String code,
            String kind,
            String name,
            String siren,
            List<String> departments,
            List<SchoolType> types,
            @Nullable List<String> communes) {}

    /** Districts are the communes whose code begins so. */
    record District(String prefix, String commune, String name) {}
}
