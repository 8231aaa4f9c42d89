package fr.preau.press;

import fr.preau.edition.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How wide the columns of a word processor's table are beside each other, in letters, so that no word is broken. */
final class OdtWidths {
    static final int LEAST = 5;
    static final int MOST = 40;

    private OdtWidths() {}

    static List<Integer> of(Table table) {
        List<Integer> widths = new ArrayList<>();
        for (int head = 0; head < table.rowHeads().size(); head++) {
            int place = head;
            widths.add(width(
                    table.rows().stream().map(row -> row.heads().get(place)),
                    table.rowHeads().get(head)));
        }
        for (int column = 0; column < table.columns().size(); column++) {
            int place = column;
            Stream<String> cells = Printed.words(table, column)
                    ? table.rows().stream().map(row -> Words.of(row.cells().get(place)))
                    : Stream.of();
            widths.add(width(cells, table.columns().get(column)));
        }
        return widths;
    }

    /** The longest text, within bounds, and never less than the head's longest word. */
    private static int width(Stream<String> texts, String head) {
        int longest = texts.mapToInt(String::length).max().orElse(0);
        int word = Arrays.stream(head.split(" ", -1))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(LEAST, Math.min(MOST, Math.max(longest, word + 2)));
    }
}
