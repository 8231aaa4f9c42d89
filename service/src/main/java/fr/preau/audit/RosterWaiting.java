package fr.preau.audit;

import fr.preau.kernel.CampaignId;

/** A campaign whose roster waits for decisions, on so many audits. */
public record RosterWaiting(CampaignId id, String name, int audits) {}
