package fr.preau.shared;

import fr.preau.audit.NewAnswer;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.UnitId;

/**
 * An answer that somebody would give for many schools.
 *
 * @param owner the unit in whose name they answer
 */
public record Proposal(CampaignId campaign, UnitId owner, ControlCode control, SchoolSet set, NewAnswer answer) {}
