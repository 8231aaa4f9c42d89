package fr.preau.audit;

import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of many saves.
 *
 * @param stored the answer as it stands: what was saved, or what somebody else has saved since; null when there is none
 * @param exception whether what was saved departs from a shared answer
 * @param message why it was not saved, and what to do; null when it was
 */
public record CellOutcome(
        AuditId audit,
        ControlCode control,
        Kind kind,
        @Nullable SavedAnswer stored,
        boolean exception,
        @Nullable Message message) {

    /** How one save of many ended; only the first has written anything. */
    public enum Kind {
        SAVED,
        /** Somebody else has saved since: both values are told. */
        STALE,
        /** The answer is taken only with its reason. */
        REASON,
        /** The control is another party's. */
        FORBIDDEN,
        /** The audit is submitted, or the campaign not running. */
        CLOSED,
        NOT_FOUND
    }

    static CellOutcome saved(CellSave save, SavedAnswer answer, boolean exception) {
        return new CellOutcome(save.audit(), save.control(), Kind.SAVED, answer, exception, null);
    }

    static CellOutcome refused(CellSave save, Problem problem) {
        SavedAnswer stored =
                problem instanceof Problem.Stale stale && stale.current() instanceof SavedAnswer answer ? answer : null;
        return new CellOutcome(save.audit(), save.control(), kind(problem), stored, false, problem.message());
    }

    private static Kind kind(Problem problem) {
        return switch (problem.status()) {
            case 412 -> Kind.STALE;
            case 422 -> Kind.REASON;
            case 403 -> Kind.FORBIDDEN;
            case 409 -> Kind.CLOSED;
            default -> Kind.NOT_FOUND;
        };
    }
}
