package fr.preau.edition;

import fr.preau.checklist.Roles;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a proposal: a {@link Content} without what comes later, number and signatures, and with its checklist by
 * id and digest, as a published version never changes.
 *
 * @param outlineChanges what its outline changes of the edition that it replaces, in words; null for nothing, and in what was
 *     kept before outlines could change
 * @param roll the schools that it names, by their digest; null for none
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
        List<Block> method,
        @Nullable String outlineChanges,
        @Nullable Roll roll) {}
