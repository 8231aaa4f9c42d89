package fr.preau.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tables stand under which section: each in its own, those of sections that were taken out in the annexes. The label
 * alone says which tables there are (docs/adr/0033); the outline only says where.
 *
 * @param tables all of them, in the order in which the document has them
 */
record Layout(Map<String, List<String>> places, List<Table> tables) {
    Layout {
        places = Map.copyOf(places);
        tables = List.copyOf(tables);
    }

    static Layout of(DraftOutline outline, List<Table> tables) {
        Map<String, Table> left = new LinkedHashMap<>();
        tables.forEach(table -> left.put(table.id(), table));
        Map<String, List<String>> places = new HashMap<>();
        List<Table> ordered = new ArrayList<>();
        for (Chapter chapter : outline.shown()) {
            List<String> here = (chapter.last() ? List.copyOf(left.keySet()) : chapter.tables())
                    .stream().filter(left::containsKey).toList();
            here.forEach(id -> ordered.add(left.remove(id)));
            places.put(chapter.id(), here);
        }
        return new Layout(places, ordered);
    }

    List<String> under(Chapter chapter) {
        return places.getOrDefault(chapter.id(), List.of());
    }
}
