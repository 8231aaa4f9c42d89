package fr.preau.audit;

import fr.preau.kernel.CampaignId;

/**
 * Open audits of a campaign that count for a collectivity which is replaced.
 *
 * @param run whether the person runs the campaign: else they stay, for whoever runs it to decide
 * @param rendered how many of them count in the conformity
 */
public record FollowedCampaign(CampaignId id, String name, boolean run, int audits, int rendered) {}
