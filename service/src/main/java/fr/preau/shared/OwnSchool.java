package fr.preau.shared;

import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;

/** A school of one's own collectivity that takes part in a campaign, with its audit there. */
public record OwnSchool(AuditId id, Uai uai, String schoolName, String communeName, String collectivity) {}
