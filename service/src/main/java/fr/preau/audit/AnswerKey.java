package fr.preau.audit;

import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;

/** Where an answer is kept: the campaign chooses the partition. */
public record AnswerKey(CampaignId campaign, AuditId audit, ControlCode control) {}
