package fr.preau.shared;

import java.util.Map;

/**
 * What an application would do, as it stands now.
 *
 * @param counts number of schools by what would happen to their answer
 * @param seen digest of all that is told here, school by school: an application that sends another one has seen
 *     something else
 */
public record Preview(Map<Fate, Integer> counts, String seen) {
    public Preview {
        counts = Map.copyOf(counts);
    }

    public int count(Fate fate) {
        return counts.getOrDefault(fate, 0);
    }

    /** How many answers are written when nothing is ticked. */
    public int plain() {
        return count(Fate.NEW) + count(Fate.MOVED);
    }

    /** How many schools of the set one answers for. */
    public int schools() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
