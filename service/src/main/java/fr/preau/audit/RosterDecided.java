package fr.preau.audit;

import fr.preau.kernel.AuditId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision that was taken about one audit of a roster. */
public record RosterDecided(
        AuditId audit,
        String schoolName,
        RosterChange.Kind kind,
        boolean followed,
        @Nullable String beforeName,
        @Nullable String presentName,
        String reason,
        Instant at,
        @Nullable String authorName) {}
