package fr.preau.audit;

import fr.preau.kernel.AuditId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was taken about one audit of a roster.
 *
 * @param absorberName the school that the closed one has merged into, null when it has just closed
 * @param expected audits that the campaign expected from then on
 * @param reopened whether the school is open again while its audit has left the roster, to which none comes back
 */
public record RosterDecided(
        AuditId audit,
        String schoolName,
        RosterChange.Kind kind,
        boolean followed,
        @Nullable String beforeName,
        @Nullable String presentName,
        @Nullable String absorberName,
        @Nullable Integer expected,
        boolean reopened,
        String reason,
        Instant at,
        @Nullable String authorName) {}
