package fr.preau.workbook;

import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import org.jspecify.annotations.Nullable;

/**
 * A line that is to be written.
 *
 * @param version of the stored answer over which alone it may be
 */
public record Chosen(
        int number,
        AuditId audit,
        String uai,
        ControlCode control,
        Verdict verdict,
        @Nullable String comment,
        int version) {
    NewAnswer answer() {
        return new NewAnswer(verdict, comment);
    }

    /** What becomes of it now: the rules of a single save, in their order. */
    Outcome outcome(@Nullable SchoolRow school) {
        if (school == null || school.access(control) != Access.OPEN) {
            return Outcome.LOCKED;
        }
        Known known = school.known(control);
        if (known.version() != version) {
            return Outcome.STALE;
        }
        return known.wantsReason(answer()) ? Outcome.NO_REASON : Outcome.WRITTEN;
    }

    /** What has become of a line. */
    enum Outcome {
        WRITTEN,
        /** Somebody has saved since the report was read. */
        STALE,
        LOCKED,
        NO_REASON
    }
}
