package fr.preau.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The outline that a deliverable is given, in its order: each section proposes a text ({@code edition/<id>.md}) and holds its
 * tables. Editors write each text anew, and make the outline their own ({@link DraftOutline}).
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

    /** Its name in addresses, and its anchor. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Ids of the tables that stand in it, when they are there. */
    List<String> tables() {
        return tables;
    }

    /** Whether it may be taken out: a figure is never told without its method, and annexes hold what others held. */
    boolean mayLeave() {
        return this != METHODE_ET_LIMITES && this != ANNEXES;
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
