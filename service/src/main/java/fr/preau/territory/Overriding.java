package fr.preau.territory;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SearchText;
import fr.preau.kernel.Uai;
import fr.preau.kernel.Violation;
import fr.preau.territory.OverrideFile.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the collectivity that each override means, and makes those that are not known yet. */
final class Overriding {
    private final DirectoryImportSql sql;

    Overriding(DirectoryImportSql sql) {
        this.sql = sql;
    }

    /**
     * Answers the code of the collectivity by UAI, for the schools of this file alone.
     *
     * @throws Refusal when a SIREN is neither known nor named
     */
    Map<String, String> resolve(Map<Uai, Owner> overrides, List<DirectoryLine> lines) {
        Map<Uai, Owner> wanted = new HashMap<>(overrides);
        // A set: a list would be walked for each of the overrides, billions of looks in a whole country.
        wanted.keySet().retainAll(lines.stream().map(DirectoryLine::uai).collect(Collectors.toSet()));
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<String, String> codes = new HashMap<>(
                sql.codes(wanted.values().stream().map(Owner::siren).toList()));
        create(wanted, codes);
        Map<String, String> resolved = new HashMap<>();
        wanted.forEach((uai, owner) -> resolved.put(uai.value(), codes.getOrDefault(owner.siren(), owner.siren())));
        return resolved;
    }

    private void create(Map<Uai, Owner> wanted, Map<String, String> codes) {
        List<Violation> unnamed = new ArrayList<>();
        wanted.forEach((uai, owner) -> {
            if (codes.containsKey(owner.siren())) {
                return;
            }
            String name = owner.name();
            if (name == null) {
                Message reason = Message.of("territory.override.name", uai.value(), owner.siren());
                unnamed.add(new Violation("overrides", reason));
                return;
            }
            boolean fictitious = uai.value().startsWith("8");
            sql.insertGrouping(owner.siren(), kind(owner.siren(), name), name, fictitious);
            codes.put(owner.siren(), owner.siren());
        });
        if (!unnamed.isEmpty()) {
            throw new Refusal(new Problem.Invalid(unnamed));
        }
    }

    /**
     * By the first digits: 22 a département, 23 a région. A syndicat's SIREN begins with 25, or since 2009 with 20 like
     * an EPCI's: then the name tells.
     */
    private static String kind(String siren, String name) {
        if (siren.startsWith("22")) {
            return "DEPARTEMENT";
        }
        if (siren.startsWith("23")) {
            return "REGION";
        }
        String folded = SearchText.fold(name);
        boolean syndicat = siren.startsWith("25") || folded.startsWith("syndicat") || folded.startsWith("siv");
        return syndicat ? "SYNDICAT" : "EPCI";
    }
}
