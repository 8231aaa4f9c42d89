package fr.preau.territory;

import fr.preau.kernel.SearchText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the directory is: a type of school, or the reason why it is left out.
 *
 * <p>The nature's code decides where it is known, else the label of the type: older files have no code, and new codes
 * appear.
 */
record Classification(@Nullable SchoolType type, @Nullable LeftOut leftOut) {
    private static final Map<String, Classification> BY_NATURE = Map.ofEntries(
            Map.entry("101", kept(SchoolType.ECOLE)),
            Map.entry("103", kept(SchoolType.ECOLE)),
            Map.entry("151", kept(SchoolType.ECOLE)),
            Map.entry("153", kept(SchoolType.ECOLE)),
            Map.entry("162", kept(SchoolType.ECOLE)),
            Map.entry("300", kept(SchoolType.LYCEE)),
            Map.entry("302", kept(SchoolType.LYCEE)),
            Map.entry("306", kept(SchoolType.LYCEE)),
            Map.entry("320", kept(SchoolType.LYCEE_PRO)),
            Map.entry("334", out(LeftOut.SECTION)),
            Map.entry("335", out(LeftOut.SECTION)),
            Map.entry("340", kept(SchoolType.COLLEGE)),
            Map.entry("370", kept(SchoolType.EREA)),
            Map.entry("380", out(LeftOut.OTHER)),
            Map.entry("400", out(LeftOut.OTHER)),
            Map.entry("841", kept(SchoolType.CIO)));

    private static final Map<String, Classification> BY_LABEL = Map.of(
            "ecole", kept(SchoolType.ECOLE),
            "college", kept(SchoolType.COLLEGE),
            "lycee", kept(SchoolType.LYCEE),
            "erea", kept(SchoolType.EREA),
            "information et orientation", kept(SchoolType.CIO),
            "medico social", out(LeftOut.MEDICAL),
            "service administratif", out(LeftOut.SERVICE));

    /**
     * @param nature {@code code_nature}, empty when the file has none
     * @param natureLabel {@code libelle_nature}: tells a lycée professionnel from another where the code doesn't
     * @param label {@code Type_etablissement}
     */
    static Classification of(String nature, String natureLabel, String label) {
        Classification known = BY_NATURE.get(nature);
        if (known != null) {
            return known;
        }
        if (nature.compareTo("802") >= 0 && nature.compareTo("809") <= 0) {
            return out(LeftOut.SERVICE);
        }
        Classification labelled = BY_LABEL.getOrDefault(SearchText.fold(label), out(LeftOut.OTHER));
        boolean professional = SearchText.fold(natureLabel).contains("professionnel");
        return labelled.type() == SchoolType.LYCEE && professional ? kept(SchoolType.LYCEE_PRO) : labelled;
    }

    private static Classification kept(SchoolType type) {
        return new Classification(type, null);
    }

    private static Classification out(LeftOut reason) {
        return new Classification(null, reason);
    }
}
