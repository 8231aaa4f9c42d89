package fr.preau.succession;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A decision that one collectivity replaces another, with what followed; its author has no name once erased. */
public record Recorded(
        LocalDate fromDay,
        String reason,
        int schools,
        int audits,
        int staying,
        int rights,
        int people,
        Instant at,
        @Nullable String authorName) {}
