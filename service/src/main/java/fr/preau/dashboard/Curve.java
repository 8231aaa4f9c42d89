package fr.preau.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Where the two lines of a trend are drawn: the panel's conformity, and its base level, dashed. */
public record Curve(List<Tick> ticks, List<Drawn> lines, List<Place> places) {
    private static final double LEFT = 70;
    private static final double RIGHT = 560;
    private static final double TOP = 30;
    private static final double BOTTOM = 200;

    public Curve {
        ticks = List.copyOf(ticks);
        lines = List.copyOf(lines);
        places = List.copyOf(places);
    }

    /** A line across, at a whole ten percent. */
    public record Tick(int y, double share) {}

    /** A campaign under the axis. */
    public record Place(int x, String name) {}

    /** A value; {@code label} is where its number is written, above the upper line and below the lower one. */
    public record Dot(int x, int y, int label, double share) {}

    /** A line with its name, a message's key. */
    public record Drawn(String style, String name, List<Dot> dots, int nameY) {
        public String points() {
            return dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
        }
    }

    /** Of a trend that can be drawn. */
    public static Curve of(Trend trend) {
        List<TrendPoint> points = trend.points();
        double[] shares = points.stream()
                .flatMapToDouble(point -> DoubleStream.of(
                        Objects.requireNonNull(point.panel().conformity()), Objects.requireNonNull(point.panelBase())))
                .toArray();
        double least = Math.floor(DoubleStream.of(shares).min().orElse(0) * 10) / 10;
        double most =
                Math.max(least + 0.2, Math.ceil(DoubleStream.of(shares).max().orElse(1) * 10) / 10);
        List<Tick> ticks = new ArrayList<>();
        for (int tenth = (int) Math.round(least * 10); tenth <= Math.round(most * 10); tenth++) {
            ticks.add(new Tick(y(tenth / 10.0, least, most), tenth / 10.0));
        }
        double last =
                Objects.requireNonNull(points.get(points.size() - 1).panel().conformity());
        double lastBase = Objects.requireNonNull(points.get(points.size() - 1).panelBase());
        boolean over = last >= lastBase;
        Scale scale = new Scale(least, most);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            places.add(new Place(x(i, points.size()), points.get(i).name()));
        }
        return new Curve(
                ticks,
                List.of(
                        drawn(
                                "",
                                "dashboard.trend.all",
                                points,
                                point -> point.panel().conformity(),
                                scale,
                                over),
                        drawn("two", "checklist.level.SOCLE", points, TrendPoint::panelBase, scale, !over)),
                places);
    }

    private record Scale(double least, double most) {}

    private static Drawn drawn(
            String style,
            String name,
            List<TrendPoint> points,
            Function<TrendPoint, @Nullable Double> value,
            Scale scale,
            boolean over) {
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double share = Objects.requireNonNull(value.apply(points.get(i)));
            int y = y(share, scale.least(), scale.most());
            dots.add(new Dot(x(i, points.size()), y, over ? y - 11 : y + 20, share));
        }
        int end = dots.get(dots.size() - 1).y();
        return new Drawn(style, name, dots, over ? end - 4 : end + 14);
    }

    private static int x(int place, int places) {
        return (int) Math.round(LEFT + (RIGHT - LEFT) * place / Math.max(1, places - 1));
    }

    private static int y(double share, double least, double most) {
        return (int) Math.round(BOTTOM - (BOTTOM - TOP) * (share - least) / (most - least));
    }
}
