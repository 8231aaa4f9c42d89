package fr.preau.access;

import fr.preau.kernel.Uai;
import org.jspecify.annotations.Nullable;

/**
 * Where a school stands in both trees: all that is needed to decide whether a grant reaches it.
 *
 * @param collectivity code of its collectivity, null when it has none
 */
public record Placement(
        Uai uai,
        String department,
        String academy,
        String region,
        @Nullable String collectivity) {}
