package fr.preau.territory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes small directory files: one école of département 35 a row, but for the cells that a test names. */
final class DirectoryFixture {
    private final List<String> header = new ArrayList<>(List.of(
            "Identifiant_de_l_etablissement",
            "Nom_etablissement",
            "Type_etablissement",
            "Statut_public_prive",
            "Code_commune",
            "Nom_commune",
            "Code_departement",
            "Code_academie",
            "SIREN_SIRET",
            "date_maj_ligne",
            "etat",
            "code_nature",
            "libelle_nature",
            "etablissement_mere"));
    private final List<String> rows = new ArrayList<>();
    private String separator = ";";
    private String lineEnd = "\r\n";

    /** The invented directory of the test resources, as a file. */
    static Path invented(Path folder) {
        try (InputStream in = DirectoryFixture.class.getResourceAsStream("/directory/invented.csv")) {
            Path file = folder.resolve("invented.csv");
            Files.write(file, in.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DirectoryFixture separator(String separator) {
        this.separator = separator;
        return this;
    }

    DirectoryFixture lineEnd(String lineEnd) {
        this.lineEnd = lineEnd;
        return this;
    }

    DirectoryFixture without(String column) {
        header.remove(column);
        return this;
    }

    /** A row of the columns that the header has now; {@code cells} are name, value, name, value… */
    DirectoryFixture row(String uai, String... cells) {
        Map<String, String> values = new HashMap<>(Map.of(
                "Identifiant_de_l_etablissement", uai,
                "Nom_etablissement", "Ecole du Chemin Creux",
                "Type_etablissement", "Ecole",
                "Statut_public_prive", "Public",
                "Code_commune", "35901",
                "Nom_commune", "Trémour-les-Saules",
                "Code_departement", "035",
                "Code_academie", "14",
                "etat", "OUVERT",
                "code_nature", "151"));
        for (int i = 0; i < cells.length; i += 2) {
            values.put(cells[i], cells[i + 1]);
        }
        return raw(String.join(
                separator,
                header.stream().map(name -> values.getOrDefault(name, "")).toList()));
    }

    DirectoryFixture raw(String line) {
        rows.add(line);
        return this;
    }

    String text() {
        return String.join(separator, header) + lineEnd + String.join(lineEnd, rows) + lineEnd;
    }

    Path write(Path folder) {
        return write(folder, text(), StandardCharsets.UTF_8);
    }

    static Path write(Path folder, String text, Charset charset) {
        try {
            return Files.write(Files.createTempFile(folder, "directory", ".csv"), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
