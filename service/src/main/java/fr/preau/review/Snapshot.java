package fr.preau.review;

import fr.preau.audit.AuditState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An audit frozen at one moment of its life: nobody changes it.
 *
 * @param moment SUBMITTED, as it was declared; VALIDATED, as the reviewed reading counts it
 */
public record Snapshot(
        int round,
        AuditState moment,
        Instant at,
        @Nullable String authorName,
        @Nullable Double coverage,
        @Nullable Double conformity,
        @Nullable Double baseConformity) {

    /** As an address names it, such as {@code 1-SUBMITTED}. */
    public String code() {
        return round + "-" + moment;
    }
}
