package fr.preau.grid;

import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import org.jspecify.annotations.Nullable;

/**
 * One asked control of one audit, with what a cell shows of its answer.
 *
 * @param version 0 when unanswered
 * @param exception whether the answer departs from a shared one
 * @param pieces how many pieces of evidence it stands with
 */
public record GridCell(
        AuditId audit,
        ControlCode control,
        Party party,
        @Nullable Verdict verdict,
        int version,
        boolean follows,
        boolean exception,
        int pieces) {}
