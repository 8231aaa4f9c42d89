package fr.preau.review;

import fr.preau.kernel.CampaignId;

/** A campaign by its name, to be chosen from. */
public record NamedCampaign(CampaignId id, String name) {}
