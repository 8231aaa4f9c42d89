package fr.preau.audit;

import fr.preau.kernel.Page;
import java.time.LocalDate;
import java.util.List;

/**
 * A page of a campaign's audits within somebody's perimeter.
 *
 * @param campaigns the campaigns that they see, newest first
 * @param counts how many audits stand in each state, whatever the filter
 */
public record AuditList(
        CampaignLine campaign,
        List<CampaignLine> campaigns,
        AuditFilter filter,
        List<StateCount> counts,
        Page<AuditLine> page,
        LocalDate today) {

    public int count(AuditState state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToInt(StateCount::audits)
                .sum();
    }

    /** The roster: all but the removed. */
    public int expected() {
        return counts.stream()
                .filter(count -> count.state() != AuditState.REMOVED)
                .mapToInt(StateCount::audits)
                .sum();
    }
}
