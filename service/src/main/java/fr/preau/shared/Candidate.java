package fr.preau.shared;

import fr.preau.access.Grant;
import fr.preau.access.Placement;
import fr.preau.access.Role;
import fr.preau.audit.Answering;
import fr.preau.audit.Audit;
import fr.preau.audit.AuditState;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One school of a set, with its answer to the control.
 *
 * @param fallsTo who the control falls to, for this type of school
 * @param version 0 when nobody ever answered
 * @param shared the shared answer that it follows or is an exception to, null when there is none
 */
public record Candidate(
        AuditId id,
        Uai uai,
        String schoolName,
        SchoolType schoolType,
        String commune,
        String communeName,
        String department,
        String academy,
        String region,
        @Nullable String collectivity,
        @Nullable String presentCollectivity,
        AuditState state,
        Party fallsTo,
        @Nullable Verdict verdict,
        @Nullable String comment,
        int version,
        @Nullable SharedAnswerId shared,
        boolean follows,
        @Nullable String authorName) {

    /** For which party an agent of the owner answers here, empty when they may not: the rule of every single save. */
    Optional<Party> answeredFor(UnitId owner) {
        Placement present = new Placement(uai, department, academy, region, presentCollectivity);
        return Answering.writesFor(
                List.of(new Grant(Role.AGENT, owner)), Audit.running(present, collectivity), fallsTo);
    }

    /** What the answer would do here, given as this shared answer; null for one that was never applied. */
    Fate fate(@Nullable SharedAnswerId as, NewAnswer answer) {
        if (!state.open()) {
            return Fate.LOCKED;
        }
        if (verdict == null) {
            return Fate.NEW;
        }
        if (verdict == answer.verdict() && Objects.equals(comment, answer.comment())) {
            return Fate.SAME;
        }
        if (!follows) {
            return Fate.OWN;
        }
        return Objects.equals(shared, as) ? Fate.MOVED : Fate.OTHER;
    }
}
