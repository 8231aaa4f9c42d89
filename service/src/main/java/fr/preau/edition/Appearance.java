package fr.preau.edition;

import fr.preau.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/**
 * A collectivity in a campaign, and whether it agrees to appear by name.
 *
 * @param formers names of those that it replaces and that had agreed, null for none: a consent doesn't go over
 */
public record Appearance(
        CampaignId campaign,
        String campaignName,
        String collectivity,
        String name,
        boolean agreed,
        @Nullable String formers) {}
