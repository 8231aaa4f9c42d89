package fr.preau.territory;

import fr.preau.kernel.Uai;
import java.util.Map;

/**
 * How a directory file is to be imported.
 *
 * @param dryRun gives the same report and writes nothing
 * @param complete the file holds every school of its départements: those it lacks are proposed as closed
 * @param acceptClosures how many such proposals to accept where a département would lose more than 2 %; 0 for none
 * @param overrides the schools that another collectivity than the rule's runs
 */
public record ImportOptions(
        boolean dryRun, boolean complete, int acceptClosures, Map<Uai, OverrideFile.Owner> overrides) {
    /** Writes what the file holds, proposes nothing about what it lacks. */
    public static final ImportOptions PLAIN = new ImportOptions(false, false, 0, Map.of());

    public ImportOptions {
        overrides = Map.copyOf(overrides);
    }
}
