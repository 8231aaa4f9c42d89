package fr.preau.dashboard;

import fr.preau.audit.AuditState;
import fr.preau.audit.Figures;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import org.jdbi.v3.core.mapper.Nested;

/** A school by name in its collectivity's list; its conformity is left out until it is rendered; {@code total} is how many the list has. */
public record SchoolLine(
        AuditId id,
        Uai uai,
        String schoolName,
        SchoolType schoolType,
        String communeName,
        AuditState state,
        long total,
        @Nested Figures figures) {}
