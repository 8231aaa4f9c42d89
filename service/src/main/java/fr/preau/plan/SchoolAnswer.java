package fr.preau.plan;

import fr.preau.access.Grant;
import fr.preau.access.Placement;
import fr.preau.audit.Answering;
import fr.preau.audit.Audit;
import fr.preau.audit.AuditState;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One school's answer to the control that an action is about.
 *
 * @param fallsTo who the control falls to, for this type of school
 * @param verdict null when unanswered, or not shown to the person
 * @param version 0 when nobody ever answered
 */
public record SchoolAnswer(
        AuditId id,
        CampaignId campaign,
        String campaignName,
        LocalDate closesOn,
        Uai uai,
        String schoolName,
        SchoolType schoolType,
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
        int version) {

    /** Whether who has these grants may answer it: the rule of every single save. */
    boolean answeredBy(List<Grant> grants, LocalDate today) {
        Placement present = new Placement(uai, department, academy, region, presentCollectivity);
        List<Placement> places = today.isAfter(closesOn) ? List.of(present) : Audit.running(present, collectivity);
        return Answering.writesFor(grants, places, fallsTo).isPresent();
    }

    /** Whether the answer calls for an action: counted, and not wholly held. */
    public boolean weak() {
        return verdict != null && verdict.counted() && verdict != Verdict.CONFORME;
    }
}
