package fr.preau.shared;

import fr.preau.audit.AuditState;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import org.jspecify.annotations.Nullable;

/**
 * One school of a set, with its answer to the control.
 *
 * @param fate what a shared answer would do here
 * @param stand where it stands beside the one that is given
 */
public record Candidate(
        AuditId id,
        Uai uai,
        String schoolName,
        SchoolType schoolType,
        String communeName,
        AuditState state,
        @Nullable Verdict verdict,
        @Nullable String comment,
        @Nullable String authorName,
        Fate fate,
        Stand stand) {}
