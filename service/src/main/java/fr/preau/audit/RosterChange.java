package fr.preau.audit;

import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An audit under which the territory has changed, and that waits for a decision.
 *
 * @param collectivity that the audit counts for
 * @param present the school's collectivity of today
 */
public record RosterChange(
        AuditId id,
        Uai uai,
        String schoolName,
        SchoolType schoolType,
        String communeName,
        AuditState state,
        Kind kind,
        @Nullable String collectivity,
        @Nullable String collectivityName,
        @Nullable String present,
        @Nullable String presentName) {

    /** What has happened to the school; each is decided by itself. */
    public enum Kind {
        /** The audit leaves the roster, or stays in it. */
        CLOSED,
        /** The audit counts for the school's new collectivity, or goes on counting for the former one. */
        MOVED
    }

    /** What a form sends back for a ticked line: the audit, and the collectivity that the page has shown. */
    public String ticket() {
        return id + ":" + Objects.requireNonNullElse(present, "");
    }
}
