package fr.preau.dashboard;

import fr.preau.kernel.CampaignId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list's schools have rendered in other campaigns, in the same unit and type: the ones that a trend calls entered,
 * left, or its panel.
 *
 * @param without a campaign in which they have not rendered, null for whether or not
 * @param also campaigns in each of which they have
 */
public record Past(@Nullable CampaignId without, List<CampaignId> also) {
    static final Past ANY = new Past(null, List.of());

    public Past {
        also = List.copyOf(also);
    }

    /** Those who have not rendered in the campaign. */
    static Past without(CampaignId campaign) {
        return new Past(campaign, List.of());
    }

    /** Whether anything is asked of other campaigns. */
    public boolean asked() {
        return !equals(ANY);
    }

    /** What an address bears of it, each part after an ampersand. */
    String query() {
        return (without == null ? "" : "&sauf=" + without)
                + also.stream().map(one -> "&aussi=" + one).collect(Collectors.joining());
    }
}
