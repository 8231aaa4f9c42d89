package fr.preau.edition;

import fr.preau.kernel.CampaignId;

/** A collectivity in a campaign, and whether it agrees to appear by name. */
public record Appearance(CampaignId campaign, String campaignName, String collectivity, String name, boolean agreed) {}
