package fr.preau.demo;

import fr.preau.demo.DemoTerritory.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the invented territory as the ministry's directory file of 2023 (BOM, {@code ;}, CRLF, the same 69 columns), so
 * that the demonstration goes through the real import. Always the same bytes.
 *
 * <p>Addresses, telephones and pictures on a map are left empty: nobody is to look for these schools.
 */
final class DemoDirectory {
    private static final String END = "\r\n";
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("Statut_public_prive", "Public"),
            Map.entry("Code_departement", "0" + DemoTerritory.DEPARTMENT),
            Map.entry("Code_academie", DemoTerritory.ACADEMY),
            Map.entry("Code_region", "53"),
            Map.entry("Type_contrat_prive", "SANS OBJET"),
            Map.entry("Code_type_contrat_prive", "99"),
            Map.entry("Libelle_departement", "Ille-et-Vilaine"),
            Map.entry("Libelle_academie", "Rennes"),
            Map.entry("Libelle_region", "Bretagne"),
            Map.entry("date_ouverture", "1980-09-01"),
            Map.entry("date_maj_ligne", "2023-06-08"),
            Map.entry("etat", "OUVERT"),
            Map.entry("ministere_tutelle", "MINISTERE DE L'EDUCATION NATIONALE"),
            Map.entry("etablissement_multi_lignes", "0"),
            Map.entry("rpi_concentre", "0"));

    private final DemoTerritory territory;

    DemoDirectory(DemoTerritory territory) {
        this.territory = territory;
    }

    /** The directory file. */
    byte[] file() {
        List<String> columns = columns();
        StringBuilder text =
                new StringBuilder("\uFEFF").append(String.join(";", columns)).append(END);
        for (DemoSchool school : territory.schools()) {
            Map<String, String> cells = cells(school);
            text.append(columns.stream()
                            .map(column -> cells.getOrDefault(column, ""))
                            .collect(Collectors.joining(";")))
                    .append(END);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The override file: {@code uai;siren;nom} for each school of the second degree. */
    byte[] overrides() {
        StringBuilder text = new StringBuilder("uai;siren;nom").append(END);
        for (DemoSchool school : territory.schools()) {
            Owner owner = school.owner();
            if (owner != null) {
                text.append(String.join(";", school.uai().value(), owner.siren(), owner.name()))
                        .append(END);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> cells(DemoSchool school) {
        SchoolKind kind = school.kind();
        Map<String, String> cells = new HashMap<>(COMMON);
        cells.put("Identifiant_de_l_etablissement", school.uai().value());
        cells.put("Nom_etablissement", school.name());
        cells.put("Type_etablissement", kind.type());
        cells.put("Code_commune", school.commune().code());
        cells.put("Nom_commune", school.commune().name());
        cells.put("code_nature", kind.nature());
        cells.put("libelle_nature", kind.natureLabel());
        if (kind.ofCommune()) {
            cells.put("Ecole_maternelle", kind == SchoolKind.ELEMENTARY ? "0" : "1");
            cells.put("Ecole_elementaire", kind == SchoolKind.NURSERY ? "0" : "1");
        }
        if (kind != SchoolKind.CIO) {
            int least = kind.ofCommune() ? 48 : 310;
            int most = kind.ofCommune() ? 270 : 900;
            int pupils = least + Dice.below(most - least, "pupils", school.uai().value());
            cells.put("Nombre_d_eleves", Integer.toString(pupils));
        }
        return cells;
    }

    private static List<String> columns() {
        try (InputStream in = DemoDirectory.class.getResourceAsStream("/demo/columns.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks demo/columns.txt");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.replace("\n", "").split(";"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
