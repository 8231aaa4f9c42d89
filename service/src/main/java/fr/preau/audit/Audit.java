package fr.preau.audit;

import fr.preau.access.Placement;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.Uai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One school in one campaign. What says where the school stands was fixed at opening; only
 * {@code presentCollectivity} follows the school.
 *
 * @param round number of submissions so far
 * @param readAt when a reviewer first opened what is submitted now
 */
public record Audit(
        AuditId id,
        CampaignId campaign,
        String campaignName,
        LocalDate opensOn,
        LocalDate closesOn,
        ChecklistId checklist,
        Uai uai,
        String schoolName,
        SchoolType schoolType,
        String communeName,
        String department,
        String academy,
        String academyName,
        String region,
        @Nullable String collectivity,
        @Nullable String collectivityName,
        @Nullable String presentCollectivity,
        AuditState state,
        int round,
        @Nullable Instant submittedAt,
        @Nullable AccountId submittedBy,
        @Nullable Instant readAt,
        @Nullable Instant judgedAt,
        @Nullable AccountId judgedBy) {

    /** Whether agents may answer and submit on that day. */
    public boolean running(LocalDate today) {
        return !today.isBefore(opensOn) && !today.isAfter(closesOn);
    }

    /**
     * The places from which rights reach the audit: the school's present collectivity, and until the campaign closes
     * the one fixed at opening.
     */
    public List<Placement> placements(LocalDate today) {
        Placement present = new Placement(uai, department, academy, region, presentCollectivity);
        return today.isAfter(closesOn) ? List.of(present) : running(present, collectivity);
    }

    /** The places while the campaign runs: the present one, and with the collectivity fixed at opening. */
    public static List<Placement> running(Placement present, @Nullable String fixed) {
        return List.of(
                present,
                new Placement(present.uai(), present.department(), present.academy(), present.region(), fixed));
    }

    /** The parties whose every control must be answered before the audit is submitted; « ne sait pas » is an answer. */
    public Set<Party> neededToSubmit() {
        return EnumSet.of(collectivity == null ? Party.ETAT : Party.COLLECTIVITE, Party.PARTAGE);
    }

    /** Path of the audit in the journal. */
    public String object() {
        return object(id);
    }

    /** Path of an audit in the journal. */
    public static String object(AuditId id) {
        return "audit/" + id;
    }
}
