package fr.preau.press;

import fr.preau.edition.Cell;
import fr.preau.edition.Row;
import fr.preau.edition.Table;
import fr.preau.web.Mark;
import fr.preau.web.Messages;
import fr.preau.web.StackedBar;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is drawn beside a row, a thousand units wide: it repeats figures that stand in the row, never others.
 *
 * @param bar the answers of a stacked bar; empty otherwise
 * @param points shares of 0 to 1 of a bar or of two points; empty otherwise
 * @param words the drawing in words
 */
public record Drawn(StackedBar bar, List<Double> points, String words) {
    private static final double GRAIN = 10_000;
    private static final Map<String, Mark> MARKS = marks();

    /** The colours of a map, from the smallest share to the largest: the darker, the wider the gap. */
    private static final int STEPS = 6;

    public Drawn {
        points = List.copyOf(points);
    }

    static Drawn of(Table table, Row row) {
        return switch (table.chart()) {
            case STACKED -> stacked(table, row);
            case BARS -> points(row, 1);
            case TREND -> points(row, 2);
            case HEAT, NONE -> new Drawn(new StackedBar(Map.of()), List.of(), "");
        };
    }

    /** Whether there is something to draw. */
    public boolean shown() {
        return bar.total() > 0 || !points.isEmpty();
    }

    /** A share's place, in units. */
    public String at(int point) {
        return String.format(Locale.ROOT, "%.1f", 10 + points.get(point) * 980);
    }

    /** The length of a bar, in units. */
    public String length() {
        return String.format(Locale.ROOT, "%.1f", points.get(0) * 980);
    }

    /** The class of a map's cell, from {@code h0} to {@code h5}. */
    public static String step(Cell cell) {
        if (cell.kind() != Cell.Kind.SHARE || cell.share() == null) {
            return "";
        }
        return "h" + Math.min(STEPS - 1, (int) Math.floor((1 - cell.share()) * STEPS));
    }

    private static Drawn stacked(Table table, Row row) {
        Map<Mark, Long> counts = new EnumMap<>(Mark.class);
        List<String> words = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            Mark mark = MARKS.get(table.columns().get(column));
            Double share = row.cells().get(column).share();
            if (mark != null && share != null) {
                counts.put(mark, Math.round(share * GRAIN));
                words.add(table.columns().get(column) + "\u00a0: "
                        + Words.of(row.cells().get(column)));
            }
        }
        return new Drawn(new StackedBar(counts), List.of(), String.join(", ", words));
    }

    private static Drawn points(Row row, int most) {
        List<Cell> shares = row.cells().stream()
                .filter(cell -> cell.kind() == Cell.Kind.SHARE)
                .limit(most)
                .toList();
        return new Drawn(
                new StackedBar(Map.of()),
                shares.size() < most
                        ? List.of()
                        : shares.stream().map(Cell::share).toList(),
                shares.stream().map(Words::of).collect(Collectors.joining(", puis ")));
    }

    private static Map<String, Mark> marks() {
        Messages messages = Messages.load();
        return Mark.answers().stream()
                .collect(Collectors.toMap(
                        mark -> messages.text(Messages.FRENCH, fr.preau.kernel.Message.of(mark.word())), mark -> mark));
    }
}
