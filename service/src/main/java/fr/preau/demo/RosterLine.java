package fr.preau.demo;

import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import org.jspecify.annotations.Nullable;

/** An audit as its campaign's opening made it. */
public record RosterLine(
        AuditId id,
        Uai uai,
        String schoolName,
        SchoolType schoolType,
        @Nullable String collectivity) {}
