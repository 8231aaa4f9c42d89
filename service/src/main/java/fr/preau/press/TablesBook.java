package fr.preau.press;

import fr.preau.edition.Cell;
import fr.preau.edition.Row;
import fr.preau.edition.Table;
import fr.preau.workbook.BookWriter;
import fr.preau.workbook.Box;
import fr.preau.workbook.Format;
import fr.preau.workbook.Style;
import fr.preau.workbook.Tab;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All tables as a workbook, a sheet each: figures are numbers, all else is text and never a formula. */
final class TablesBook {
    private static final int HEAD_WIDTH = 34;
    private static final int LONG_WIDTH = 52;
    private static final int VALUE_WIDTH = 15;
    private static final int TEXT_WIDTH = 96;
    private static final int GUIDE_WIDTH = 26;
    private static final int LINE = 18;
    private static final int TITLE = 30;
    private static final int HEAD = 44;

    private TablesBook() {}

    static byte[] write(Printed page, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BookWriter book = format.figures(out)) {
            guide(book, page);
            int number = 0;
            for (Table table : page.content().tables()) {
                number++;
                table(book, page, table, number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: all is in memory", e);
        }
        return out.toByteArray();
    }

    private static void guide(BookWriter book, Printed page) throws IOException {
        book.tab(new Tab("Lire d’abord", List.of(GUIDE_WIDTH, TEXT_WIDTH), 1, 1, false));
        line(book, TITLE, Box.of(page.imprint().title(), Style.TITLE));
        pair(book, "Diffusion", page.rule());
        pair(book, "Périmètre", page.imprint().perimeter());
        pair(book, "Édition", page.foot());
        if (page.content().fictitious()) {
            line(book, LINE, new Box("Données fictives", Style.WARNING, 2));
        }
        pair(book, "Dossier", "SHA-256 " + page.content().sha256());
        pair(book, "Vérifier", page.proof());
        int number = 0;
        for (Table table : page.content().tables()) {
            number++;
            pair(book, name(number, table), table.caption());
        }
    }

    private static void pair(BookWriter book, String name, String text) throws IOException {
        line(book, LINE, Box.of(name, Style.SUBHEAD), Box.of(text, Style.TEXT));
    }

    private static void line(BookWriter book, int height, Box... boxes) throws IOException {
        book.row(height, List.of(boxes));
    }

    /** A number first: ids are unique, but a sheet's name is short. */
    private static String name(int number, Table table) {
        return number + " " + table.id();
    }

    private static void table(BookWriter book, Printed page, Table table, int number) throws IOException {
        List<Integer> widths = new ArrayList<>();
        for (int head = 0; head < table.rowHeads().size(); head++) {
            int place = head;
            widths.add(width(table.rows().stream().map(row -> row.heads().get(place)), HEAD_WIDTH));
        }
        for (int column = 0; column < table.columns().size(); column++) {
            int place = column;
            Stream<String> words =
                    table.rows().stream().map(row -> Words.of(row.cells().get(place)));
            widths.add(Printed.words(table, column) ? width(words, HEAD_WIDTH) : VALUE_WIDTH);
        }
        int heads = page.content().fictitious() ? 3 : 2;
        book.tab(new Tab(name(number, table), widths, table.rowHeads().size(), heads, false));
        line(book, TITLE, Box.of(table.caption(), Style.TITLE));
        if (page.content().fictitious()) {
            line(book, LINE, Box.of("Données fictives", Style.WARNING));
        }
        List<Box> names = new ArrayList<>();
        table.rowHeads().forEach(head -> names.add(Box.of(head, Style.HEAD)));
        table.columns().forEach(column -> names.add(Box.of(column, Style.HEAD)));
        book.row(HEAD, names);
        for (Row row : table.rows()) {
            book.row(height(row, widths), boxes(row));
        }
        line(book, LINE, Box.of(page.imprint().label().text(), Style.SUBHEAD));
        for (String note : table.notes()) {
            line(book, LINE, Box.of(note, Style.SUBHEAD));
        }
        for (String reason : Words.reasons(table)) {
            line(book, LINE, Box.of("— " + reason, Style.SUBHEAD));
        }
    }

    /** Room for the longest text, on two lines where it is long. */
    private static int width(Stream<String> texts, int least) {
        int longest = longest(texts);
        if (longest <= least) {
            return least;
        }
        return longest <= 2 * LONG_WIDTH ? LONG_WIDTH : TEXT_WIDTH;
    }

    /** Two lines where a text is nearly as long as its column is wide. */
    private static int height(Row row, List<Integer> widths) {
        List<String> texts = Stream.concat(
                        row.heads().stream(), row.cells().stream().map(Words::of))
                .toList();
        boolean fits = IntStream.range(0, texts.size())
                .allMatch(place -> texts.get(place).length() <= widths.get(place) * 0.85);
        return fits ? LINE : TITLE;
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private static List<Box> boxes(Row row) {
        List<Box> boxes = new ArrayList<>();
        row.heads().forEach(head -> boxes.add(Box.of(head, Style.SCHOOL)));
        row.cells().forEach(cell -> boxes.add(box(cell)));
        return boxes;
    }

    private static Box box(Cell cell) {
        return switch (cell.kind()) {
            case NUMBER -> Box.of(TablesCsv.value(cell), Style.NUMBER);
            case SHARE -> Box.of(TablesCsv.value(cell), Style.SHARE);
            case CHANGE -> Box.of(TablesCsv.value(cell), Style.CHANGE);
            case TEXT -> Box.of(TablesCsv.value(cell), Style.PLACE);
            case HIDDEN -> Box.of(Words.of(cell), Style.HIDDEN);
            case NOTHING -> Box.of(Words.of(cell), Style.PLACE);
        };
    }
}
