package fr.preau.deliverable;

import fr.preau.audit.AuditState;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;

/** A school of which a bundle is to hold the report, as the person who asked may name it. */
public record SchoolReport(AuditId id, Uai uai, String schoolName, String communeName, AuditState state) {}
