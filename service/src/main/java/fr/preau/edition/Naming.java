package fr.preau.edition;

import fr.preau.audit.Figures;
import fr.preau.web.Viewer;
import java.util.Map;
import java.util.TreeMap;

/** Figures by the names that editors insert them by: filled by the tables, so that a text shows what a table shows. */
final class Naming {
    private final Viewer words;
    private final Map<String, String> figures = new TreeMap<>();

    Naming(Viewer words) {
        this.words = words;
    }

    /**
     * Names a row's figures.
     *
     * @param key parts that say what they are of, such as {@code ECOLE.SAU}; empty for the whole
     */
    void put(String key, Figures of) {
        String end = key.isEmpty() ? "" : "." + key;
        if (of.conformity() != null) {
            figures.put("conformite" + end, words.percent(of.conformity()));
        }
        if (of.coverage() != null) {
            figures.put("couverture" + end, words.percent(of.coverage()));
        }
    }

    void put(String name, String text) {
        figures.put(name, text);
    }

    Map<String, String> all() {
        return Map.copyOf(figures);
    }
}
