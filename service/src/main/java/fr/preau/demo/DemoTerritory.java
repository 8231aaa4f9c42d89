package fr.preau.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.kernel.Uai;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The invented territory, as {@code demo/territory.json} lists it: only the frame, département 35 and its académie, is
 * real.
 *
 * @param department runs the collèges
 * @param region runs the lycées and the EREA
 * @param communes the largest first
 */
record DemoTerritory(Owner department, Owner region, List<Commune> communes) {
    /** Code of the département, the State's: UAI of this département begin with it, ours with 8 and it. */
    static final String DEPARTMENT = "35";

    static final String ACADEMY = "14";
    private static final int FIRST_UAI = 8_350_101;
    private static final DemoTerritory INSTANCE = read("territory.json", DemoTerritory.class);

    /**
     * An invented second-degree collectivity.
     *
     * @param siren Luhn-valid, of a département that doesn't exist
     */
    record Owner(String siren, String kind, String name) {}

    /** An invented commune, by a code that INSEE doesn't use, with the names of all its schools. */
    record Commune(String code, String name, List<String> schools) {
        Commune {
            schools = List.copyOf(schools);
        }
    }

    DemoTerritory {
        communes = List.copyOf(communes);
    }

    static DemoTerritory get() {
        return INSTANCE;
    }

    /** The largest commune: the one whose town hall can be played. */
    Commune town() {
        return communes.get(0);
    }

    /** Every school, in the file's order. */
    List<DemoSchool> schools() {
        List<DemoSchool> schools = new ArrayList<>();
        for (Commune commune : communes) {
            for (String name : commune.schools()) {
                SchoolKind kind = SchoolKind.of(name);
                Uai uai = Uai.of(FIRST_UAI + schools.size());
                schools.add(new DemoSchool(uai, name, kind, commune, owner(kind)));
            }
        }
        return schools;
    }

    /** The school of that name. */
    DemoSchool school(String name) {
        return schools().stream()
                .filter(school -> school.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no invented school is called " + name));
    }

    private @Nullable Owner owner(SchoolKind kind) {
        return switch (kind) {
            case COLLEGE -> department;
            case LYCEE, PROFESSIONAL, EREA -> region;
            case NURSERY, ELEMENTARY, PRIMARY, CIO -> null;
        };
    }

    /** Reads a JSON file of the demonstration out of the jar. */
    static <T> T read(String file, Class<T> type) {
        try (InputStream in = DemoTerritory.class.getResourceAsStream("/demo/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks demo/" + file);
            }
            return new ObjectMapper().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
