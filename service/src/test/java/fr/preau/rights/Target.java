package fr.preau.rights;

import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;

/**
 * The things that lie in one place.
 *
 * @param unit its unit; the account of a request is somebody employed there
 * @param campaign opened by that unit, or by one that the place lies in
 */
record Target(UnitId unit, AuditId audit, CampaignId campaign) {}
