package fr.preau.audit;

import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A later last day that a unit was given in a campaign: until when, why, when and by whom. */
public record Extension(
        UnitId unit,
        @Nullable String unitName,
        LocalDate closesOn,
        String reason,
        Instant at,
        @Nullable String authorName) {}
