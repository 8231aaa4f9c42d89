package fr.preau.shared;

import fr.preau.kernel.Page;
import java.util.Map;

/**
 * A shared answer and how the schools of its set stand beside it.
 *
 * @param counts number of schools by where they stand
 * @param exceptions the first of those that have an answer of their own
 * @param running whether the campaign takes answers today
 */
public record Standing(SharedAnswer shared, Map<Stand, Integer> counts, Page<Candidate> exceptions, boolean running) {
    public Standing {
        counts = Map.copyOf(counts);
    }

    public int count(Stand stand) {
        return counts.getOrDefault(stand, 0);
    }

    /** How many schools the set holds. */
    public int schools() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
