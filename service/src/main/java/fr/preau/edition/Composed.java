package fr.preau.edition;

import fr.preau.checklist.Roles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deliverable as it would read now: what is shown in a preview and frozen by a proposal.
 *
 * @param earlier of the campaign to compare with, null when there is none
 * @param figures by the names that a text inserts them by
 * @param unknown names in texts that are of no figure, by section
 */
record Composed(
        Shown shown,
        @Nullable Shown earlier,
        List<Roles> roles,
        List<Section> sections,
        List<Table> tables,
        Map<String, String> figures,
        Map<String, List<String>> unknown,
        Instant at) {

    Composed {
        roles = List.copyOf(roles);
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        figures = Map.copyOf(figures);
        unknown = Map.copyOf(unknown);
    }
}
