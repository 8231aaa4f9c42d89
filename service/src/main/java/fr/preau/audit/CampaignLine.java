package fr.preau.audit;

import fr.preau.campaign.Campaign;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in somebody's list, counted within their perimeter.
 *
 * @param expected audits of its roster that they see
 * @param rendered of those, submitted or validated
 */
public record CampaignLine(
        CampaignId id,
        String name,
        UnitId unit,
        @Nullable String unitName,
        LocalDate opensOn,
        LocalDate closesOn,
        @Nullable Instant openedAt,
        int expected,
        int rendered) {

    public Campaign.Phase phase(LocalDate today) {
        if (openedAt == null) {
            return Campaign.Phase.PREPARED;
        }
        if (today.isBefore(opensOn)) {
            return Campaign.Phase.PLANNED;
        }
        return today.isAfter(closesOn) ? Campaign.Phase.CLOSED : Campaign.Phase.OPEN;
    }
}
