package fr.preau.audit;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import org.jspecify.annotations.Nullable;

/**
 * One of many answers to save at once.
 *
 * @param seen version that the author has seen, 0 when unanswered
 * @param comment null keeps what is stored, empty takes it away
 * @param last whether it confirms last time's answer, whose comment then comes along
 */
public record CellSave(
        AuditId audit,
        ControlCode control,
        int seen,
        Verdict verdict,
        @Nullable String comment,
        boolean last) {}
