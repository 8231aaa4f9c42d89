package fr.preau.edition;

import fr.preau.checklist.Roles;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;

/**
 * What is kept of a proposal: a {@link Content} without what comes later, number and signatures, and with its checklist by
 * id and digest, as a published version never changes.
 */
public record FrozenDossier(
        String title,
        Label label,
        UnitId unit,
        String perimeter,
        Instant frozenAt,
        boolean fictitious,
        List<Source> sources,
        ChecklistId checklist,
        String checklistSha256,
        List<Roles> roles,
        List<Section> sections,
        List<Table> tables,
        List<Block> method) {}
