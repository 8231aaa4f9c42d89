package fr.preau.edition;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That a livrable names its schools, without naming one: what a dossier holds of them, so that both sides sign a list that
 * not everybody among them may read.
 *
 * @param sha256 of every frozen row
 */
public record Roll(int schools, String sha256) {

    /** @return null for none */
    /** Whether so many schools are named: twice the largest académie, what a file still holds in memory. */
    static boolean holds(long schools) {
        return schools <= 10_000;
    }

    static @Nullable Roll of(List<FrozenSchool> schools) {
        if (schools.isEmpty()) {
            return null;
        }
        String rows = schools.stream().map(FrozenSchool::line).collect(Collectors.joining("\n"));
        return new Roll(schools.size(), Digest.hex(rows));
    }
}
