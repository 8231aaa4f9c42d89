package fr.preau.succession;

import fr.preau.access.Handovers;
import fr.preau.audit.FollowedCampaign;
import fr.preau.territory.Collectivity;
import java.util.List;

/**
 * What follows when one collectivity replaces another, before it is decided.
 *
 * @param schools that go over; none when an import has moved them
 * @param campaigns with open audits of the former: those that follow, and those that stay
 * @param passed rights and people that go over
 * @param own campaigns of the former that are not over: they stay its own, and the successor runs them
 */
public record Effect(
        Collectivity former,
        Collectivity successor,
        int schools,
        List<FollowedCampaign> campaigns,
        Handovers.Passed passed,
        int own) {
    public Effect {
        campaigns = List.copyOf(campaigns);
    }

    /** Audits that follow. */
    public int audits() {
        return campaigns.stream()
                .filter(FollowedCampaign::run)
                .mapToInt(FollowedCampaign::audits)
                .sum();
    }

    /** Audits of campaigns that others run. */
    public int staying() {
        return campaigns.stream().mapToInt(FollowedCampaign::audits).sum() - audits();
    }

    /** What the confirmation sends back: a decision is about the effect that was shown, and no other. */
    public String ticket() {
        return schools + ":" + audits() + ":" + staying() + ":" + passed.rights() + ":" + passed.people();
    }
}
