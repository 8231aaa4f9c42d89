package fr.preau.shared;

import fr.preau.kernel.SharedAnswerId;
import org.jspecify.annotations.Nullable;

/**
 * Where a proposal's shared answer is kept.
 *
 * @param id null as long as nobody has given it
 * @param edition how often it was applied or undone so far
 */
public record Place(@Nullable SharedAnswerId id, int edition) {
    static final Place NONE = new Place(null, 0);
}
