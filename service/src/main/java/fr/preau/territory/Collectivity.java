package fr.preau.territory;

import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A collectivity, and the one that has replaced it. Never deleted: its past pages go on being its own.
 *
 * @param successor null while none has replaced it
 * @param since first day of the successor, null when that was not decided here
 */
public record Collectivity(
        UnitId id,
        String name,
        @Nullable UnitId successor,
        @Nullable String successorName,
        @Nullable LocalDate since) {}
