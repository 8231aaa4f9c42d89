package fr.preau.demo;

import fr.preau.kernel.Uai;
import fr.preau.territory.StateDepartment;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes invented schools as the ministry's directory file of 2023 (BOM, {@code ;}, CRLF, the same 69 columns), so that
 * they go through the real import. Line by line: a country needs no more memory than a département.
 *
 * <p>Addresses, telephones and pictures on a map are left empty: nobody is to look for these schools.
 */
final class MinistryFile implements Closeable {
    static final String END = "\r\n";
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("Statut_public_prive", "Public"),
            Map.entry("Type_contrat_prive", "SANS OBJET"),
            Map.entry("Code_type_contrat_prive", "99"),
            Map.entry("date_ouverture", "1980-09-01"),
            Map.entry("date_maj_ligne", "2023-06-08"),
            Map.entry("etat", "OUVERT"),
            Map.entry("ministere_tutelle", "MINISTERE DE L'EDUCATION NATIONALE"),
            Map.entry("etablissement_multi_lignes", "0"),
            Map.entry("rpi_concentre", "0"));

    private final List<String> columns = columns();
    private final Writer out;

    /** A school to write, in a commune known by code and name. */
    record Line(
            Uai uai,
            String name,
            SchoolKind kind,
            String commune,
            String communeName,
            StateDepartment department,
            int pupils) {}

    /** Writes the header. */
    MinistryFile(Writer out) throws IOException {
        this.out = out;
        out.append('\uFEFF').append(String.join(";", columns)).append(END);
    }

    void write(Line line) throws IOException {
        Map<String, String> cells = cells(line);
        char separator = 0;
        for (String column : columns) {
            if (separator != 0) {
                out.append(separator);
            }
            separator = ';';
            out.append(cells.getOrDefault(column, ""));
        }
        out.append(END);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static Map<String, String> cells(Line line) {
        SchoolKind kind = line.kind();
        StateDepartment department = line.department();
        Map<String, String> cells = new HashMap<>(COMMON);
        cells.put("Identifiant_de_l_etablissement", line.uai().value());
        cells.put("Nom_etablissement", line.name());
        cells.put("Type_etablissement", kind.type());
        cells.put("Code_commune", line.commune());
        cells.put("Nom_commune", line.communeName());
        cells.put("Code_departement", department.code().length() == 3 ? department.code() : "0" + department.code());
        cells.put("Code_academie", department.academy());
        cells.put("Code_region", department.region());
        cells.put("Libelle_departement", department.name());
        cells.put("Libelle_academie", department.academyName());
        cells.put("code_nature", kind.nature());
        cells.put("libelle_nature", kind.natureLabel());
        if (kind.ofCommune()) {
            cells.put("Ecole_maternelle", kind == SchoolKind.ELEMENTARY ? "0" : "1");
            cells.put("Ecole_elementaire", kind == SchoolKind.NURSERY ? "0" : "1");
        }
        if (kind != SchoolKind.CIO) {
            cells.put("Nombre_d_eleves", Integer.toString(line.pupils()));
        }
        return cells;
    }

    private static List<String> columns() {
        try (InputStream in = MinistryFile.class.getResourceAsStream("/demo/columns.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks demo/columns.txt");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.replace("\n", "").split(";"));
        } catch (IOException e) {
            throw new IllegalStateException("demo/columns.txt can't be read", e);
        }
    }
}
