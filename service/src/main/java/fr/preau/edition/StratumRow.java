package fr.preau.edition;

import fr.preau.checklist.SchoolType;
import fr.preau.kernel.SnapshotId;
import org.jspecify.annotations.Nullable;

/**
 * A stratum as it is kept.
 *
 * @param collectivity empty for all that don't stand apart
 * @param origin the snapshot that counted it, null for the one that is being taken
 */
public record StratumRow(
        String academy,
        String department,
        SchoolType schoolType,
        String collectivity,
        @Nullable SnapshotId origin,
        long heaviest) {

    Plot plot() {
        return new Plot(department, schoolType);
    }
}
