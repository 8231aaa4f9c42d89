package fr.preau.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** The views of figures beside a unit's own page: what each is called in the table, and its address. */
final class Views {
    private Views() {}

    static Map<String, String> of(Plan plan) {
        String nation = "/unites/nation/";
        Map<String, String> views = new LinkedHashMap<>();
        views.put("gaps of the académies", nation + "ecarts");
        views.put("gaps of the departments", nation + "ecarts?par=DEPARTMENTS");
        views.put("gaps of a department’s collectivities", "/unites/departement-" + plan.department() + "/ecarts");
        views.put("controls", nation + "mesures");
        views.put("distribution", nation + "repartition");
        views.put("trend", nation + "evolution");
        views.put(
                "comparison of two académies",
                nation + "comparaison?avec=academie-" + plan.academy() + "&avec=academie-10");
        views.put("follow-up of the nation", "/campagnes/" + plan.campaign() + "/suivi");
        return views;
    }
}
