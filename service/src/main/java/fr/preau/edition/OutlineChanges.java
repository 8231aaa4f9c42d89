package fr.preau.edition;

import fr.preau.kernel.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one outline changes of another, in words: what came, went, was renamed, and the fewest that have moved. */
final class OutlineChanges {
    private final Map<String, Message> before = new LinkedHashMap<>();
    private final Map<String, Message> now = new LinkedHashMap<>();

    private OutlineChanges() {}

    /** Of the sections that stand in a document. */
    static List<Message> ofChapters(List<Chapter> before, List<Chapter> now) {
        OutlineChanges changes = new OutlineChanges();
        before.stream().filter(Chapter::shown).forEach(one -> changes.before.put(one.id(), one.title()));
        now.stream().filter(Chapter::shown).forEach(one -> changes.now.put(one.id(), one.title()));
        return changes.told();
    }

    /** Of the sections of two dossiers. */
    static List<Message> ofSections(List<Section> before, List<Section> now) {
        OutlineChanges changes = new OutlineChanges();
        before.forEach(one -> changes.before.put(one.id(), Chapter.titled(one.heading())));
        now.forEach(one -> changes.now.put(one.id(), Chapter.titled(one.heading())));
        return changes.told();
    }

    private List<Message> told() {
        List<Message> told = new ArrayList<>();
        Set<String> still = still();
        now.forEach((id, title) -> {
            Message former = before.get(id);
            if (former == null) {
                told.add(Message.of("edition.outline.added", title));
                return;
            }
            if (!former.equals(title)) {
                told.add(Message.of("edition.outline.renamed", former, title));
            }
            if (!still.contains(id)) {
                told.add(Message.of("edition.outline.moved", title));
            }
        });
        before.forEach((id, title) -> {
            if (!now.containsKey(id)) {
                told.add(Message.of("edition.outline.removed", title));
            }
        });
        return told;
    }

    /** The most sections of both that follow each other as before; all others of both have moved. */
    private Set<String> still() {
        List<String> first = before.keySet().stream().filter(now::containsKey).toList();
        List<String> then = now.keySet().stream().filter(before::containsKey).toList();
        int size = first.size();
        int[][] longest = new int[size + 1][size + 1];
        for (int i = size - 1; i >= 0; i--) {
            for (int j = size - 1; j >= 0; j--) {
                longest[i][j] = first.get(i).equals(then.get(j))
                        ? 1 + longest[i + 1][j + 1]
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        Set<String> still = new HashSet<>();
        int i = 0;
        int j = 0;
        while (i < size && j < size) {
            if (first.get(i).equals(then.get(j))) {
                still.add(first.get(i));
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return still;
    }
}
