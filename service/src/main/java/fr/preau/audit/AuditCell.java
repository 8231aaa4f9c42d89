package fr.preau.audit;

import fr.preau.kernel.AuditId;
import org.jdbi.v3.core.mapper.Nested;

/** A cell with the audit that it is of, where the cells of many are read at once. */
public record AuditCell(AuditId audit, @Nested Cell cell) {}
