package fr.preau.audit;

import fr.preau.campaign.Campaign;
import fr.preau.checklist.Level;
import fr.preau.checklist.SchoolType;
import java.time.LocalDate;
import java.util.List;

/**
 * One campaign as a person sees it.
 *
 * @param asked what it asks; before opening, what the opening would fix
 * @param counts audits in each state, within the person's units
 * @param toOpen audits that the opening would insert, 0 once it is opened
 * @param runs whether the person is editor or administrator of its unit
 */
public record CampaignView(
        CampaignLine campaign,
        boolean withPrivate,
        List<AskedCount> asked,
        List<StateCount> counts,
        int toOpen,
        boolean runs,
        LocalDate today) {

    public CampaignView {
        asked = List.copyOf(asked);
        counts = List.copyOf(counts);
    }

    public Campaign.Phase phase() {
        return campaign.phase(today);
    }

    /** Whether the person can open it now. */
    public boolean opens() {
        return runs && phase() == Campaign.Phase.PREPARED && toOpen > 0;
    }

    /** The types of school that take part, in the checklist's order. */
    public List<SchoolType> types() {
        return asked.stream().map(AskedCount::schoolType).distinct().sorted().toList();
    }

    /** How many controls of a level are asked of a type. */
    public int asked(SchoolType type, Level level) {
        return asked.stream()
                .filter(count -> count.schoolType() == type && count.level() == level.number())
                .mapToInt(AskedCount::controls)
                .sum();
    }

    /** How many controls are asked of a type. */
    public int asked(SchoolType type) {
        return asked.stream()
                .filter(count -> count.schoolType() == type)
                .mapToInt(AskedCount::controls)
                .sum();
    }

    public int count(AuditState state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToInt(StateCount::audits)
                .sum();
    }
}
