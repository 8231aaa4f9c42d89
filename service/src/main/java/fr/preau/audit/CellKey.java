package fr.preau.audit;

import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;

/** One control of one audit. */
public record CellKey(AuditId audit, ControlCode control) {}
