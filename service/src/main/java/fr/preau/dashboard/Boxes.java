package fr.preau.dashboard;

import fr.preau.checklist.SchoolType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the boxes of a distribution are drawn: all schools first, then each type that has a conformity to show.
 *
 * @param height of the picture
 */
public record Boxes(List<Box> boxes, int height) {
    private static final double LEFT = 204;
    private static final double WIDTH = 460;
    private static final int LINE = 44;
    private static final int FIRST = 38;
    private static final int FOOT = 30;

    public Boxes {
        boxes = List.copyOf(boxes);
    }

    /** One box, in the picture's own units; {@code over} is the line its number is written on, above the median. */
    public record Box(
            @Nullable SchoolType type,
            int y,
            String left,
            String right,
            String low,
            String width,
            String median,
            int over,
            Double share) {}

    /** The place of a share from 0 to 1. */
    public static String x(double share) {
        return text(place(share));
    }

    public static Boxes of(Distribution page) {
        List<Box> boxes = new ArrayList<>();
        Stream.concat(Stream.of(page.whole()), page.types().stream())
                .filter(spread -> spread.quantiles().size() == 5)
                .forEach(spread -> boxes.add(box(spread, FIRST + LINE * boxes.size())));
        return new Boxes(boxes, FIRST + LINE * boxes.size() + FOOT - LINE / 2);
    }

    private static Box box(Spread spread, int y) {
        List<Double> q = spread.quantiles();
        return new Box(
                spread.type(),
                y,
                x(q.get(0)),
                x(q.get(4)),
                x(q.get(1)),
                text(Math.max(2, place(q.get(3)) - place(q.get(1)))),
                x(q.get(2)),
                y - 14,
                q.get(2));
    }

    private static double place(double share) {
        return LEFT + WIDTH * share;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
