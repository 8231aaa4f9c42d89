package fr.preau.edition;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The outline of a deliverable, in its order: each section proposes a text ({@code edition/<id>.md}) and holds its tables.
 * Editors write each text anew; a first heading in it replaces the section's.
 */
public enum Outline {
    AVANT_PROPOS(),
    GROUPE_DE_TRAVAIL(),
    MODE_DE_LECTURE(),
    QUI_FAIT_QUOI("roles", "parties"),
    ETAT_DES_LIEUX("levels", "academies", "departments", "collectivities"),
    RAREMENT_TENU("controls"),
    EVOLUTIONS("trends"),
    PRIORITES(),
    MESURES_RECOMMANDEES("measures"),
    METHODE_ET_LIMITES(),
    ANNEXES("types");

    private final List<String> tables;

    Outline(String... tables) {
        this.tables = List.of(tables);
    }

    /** The section of an address; another one is not found. */
    static Outline of(String id) {
        return Arrays.stream(values())
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Its name in addresses, and its anchor. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Ids of the tables that stand in it, when they are there. */
    List<String> tables() {
        return tables;
    }

    /** Message key of its heading. */
    public String heading() {
        return "edition.section." + name();
    }

    /** The text that one starts from. */
    String proposed() {
        try (InputStream in = Outline.class.getResourceAsStream("/edition/" + id() + ".md")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks edition/" + id() + ".md");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
