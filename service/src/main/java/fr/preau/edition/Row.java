package fr.preau.edition;

import java.util.List;

/**
 * A row of a table.
 *
 * @param key what the row is about, by ids and never by names, such as {@code academie-14/ECOLE}: two rows may read alike
 * @param heads one a row-head column, in their order
 * @param cells one a value column, in their order
 */
public record Row(String key, List<String> heads, List<Cell> cells) {
    public Row {
        heads = List.copyOf(heads);
        cells = List.copyOf(cells);
    }
}
