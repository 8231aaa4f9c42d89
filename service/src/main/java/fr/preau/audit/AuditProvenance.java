package fr.preau.audit;

import fr.preau.kernel.AuditId;
import org.jdbi.v3.core.mapper.Nested;

/** Where an answer comes from, with its audit, where those of many are read at once. */
public record AuditProvenance(AuditId audit, @Nested Provenance provenance) {}
