package fr.preau.grid;

import fr.preau.audit.CellOutcome;
import fr.preau.audit.SavedAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What became of one cell, as the grid's script reads it.
 *
 * @param version of the answer that stands, 0 when there is none
 * @param by who gave the answer that stands, and when, in words
 * @param message why the cell was not saved, and what to do; null when it was
 */
public record CellReply(
        String audit,
        String control,
        CellOutcome.Kind kind,
        int version,
        @Nullable Verdict verdict,
        @Nullable String comment,
        @Nullable String by,
        boolean exception,
        @Nullable String message) {

    static CellReply of(Viewer viewer, CellOutcome outcome) {
        SavedAnswer stored = outcome.stored();
        String message = outcome.message() == null ? null : viewer.t(outcome.message());
        String audit = outcome.audit().toString();
        String control = outcome.control().value();
        if (stored == null) {
            return new CellReply(audit, control, outcome.kind(), 0, null, null, null, false, message);
        }
        String by = viewer.t(
                "audit.declared.by",
                viewer.instant(stored.at()),
                viewer.name(stored.author()),
                viewer.t("party.for." + stored.party().name()));
        return new CellReply(
                audit,
                control,
                outcome.kind(),
                stored.version(),
                stored.verdict(),
                stored.comment(),
                by,
                outcome.exception(),
                message);
    }
}
