package fr.preau.plan;

import fr.preau.access.Grant;
import fr.preau.access.Placement;
import fr.preau.audit.Answering;
import fr.preau.audit.Audit;
import fr.preau.checklist.Party;
import fr.preau.kernel.AssignmentId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A theme in one audit that takes answers.
 *
 * @param parties who its controls fall to
 * @param given the assignment that stands, null when there is none
 */
public record ThemeWork(
        AuditId id,
        CampaignId campaign,
        LocalDate closesOn,
        Uai uai,
        String schoolName,
        String communeName,
        String department,
        String academy,
        String region,
        @Nullable String collectivity,
        @Nullable String presentCollectivity,
        List<Party> parties,
        int unanswered,
        @Nullable AssignmentId given,
        @Nullable String givenTo) {

    public ThemeWork {
        parties = List.copyOf(parties);
    }

    /** The parties whose controls of the theme somebody with these grants may answer. */
    List<Party> answeredBy(List<Grant> grants) {
        Placement present = new Placement(uai, department, academy, region, presentCollectivity);
        List<Placement> places = Audit.running(present, collectivity);
        return parties.stream()
                .filter(party -> Answering.writesFor(grants, places, party).isPresent())
                .toList();
    }
}
