package fr.preau.edition;

import java.util.List;

/**
 * A section of the document: what was written, then its tables.
 *
 * @param id a name of the outline, such as {@code avant-propos}; also an anchor
 * @param body what the editors wrote, figures already inserted; may be empty
 * @param tables ids of the tables that follow the text, in order
 */
public record Section(String id, String heading, List<Block> body, List<String> tables) {
    public Section {
        body = List.copyOf(body);
        tables = List.copyOf(tables);
    }
}
