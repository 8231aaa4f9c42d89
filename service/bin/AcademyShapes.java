import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unites the shapes of départements into académies: {@code AcademyShapes DEPARTMENTS.svg STATE.json OUT}; service/bin/map
 * runs it. Points are rounded to whole units, which both sides of a border do alike; an edge that two départements of one
 * académie share is inside it, and goes.
 */
public final class AcademyShapes {
    private static final Pattern DEPARTMENT = Pattern.compile("<path\\s+id=\"(\\w+)\"\\s+aria-label=\"[^\"]+\"\\s+d=\"([^\"]+)\"");
    private static final Pattern ACADEMY_OF = Pattern.compile("\\{\"code\": \"(\\w+)\", \"name\": \"[^\"]+\", \"academy\": \"(\\w+)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:e-?\\d+)?");
    private static final double SPECK = 3;

    private AcademyShapes() {}

    record Point(int x, int y) {}

    record Edge(Point from, Point to) {
        Edge back() {
            return new Edge(to, from);
        }
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> academies = new LinkedHashMap<>();
        Matcher of = ACADEMY_OF.matcher(Files.readString(Path.of(args[1])));
        while (of.find()) {
            academies.put(of.group(1), of.group(2));
        }
        Map<String, List<List<Point>>> rings = new TreeMap<>();
        Matcher path = DEPARTMENT.matcher(Files.readString(Path.of(args[0])));
        while (path.find()) {
            String academy = academies.get(path.group(1));
            if (academy == null) {
                throw new IllegalStateException("no académie of " + path.group(1));
            }
            rings.computeIfAbsent(academy, code -> new ArrayList<>()).addAll(rings(path.group(2)));
        }
        List<String> lines = new ArrayList<>();
        rings.forEach((academy, all) -> lines.add(line(academy, all)));
        Files.writeString(Path.of(args[2]), String.join("\n", lines) + "\n");
    }

    /** The rings of a path that knows « m », relative moves, and « z ». */
    private static List<List<Point>> rings(String path) {
        List<List<Point>> rings = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (String part : path.split("z")) {
            List<Point> ring = new ArrayList<>();
            double startX = 0;
            double startY = 0;
            Matcher number = NUMBER.matcher(part);
            while (number.find()) {
                x += Double.parseDouble(number.group());
                number.find();
                y += Double.parseDouble(number.group());
                if (ring.isEmpty()) {
                    startX = x;
                    startY = y;
                }
                ring.add(new Point((int) Math.round(x), (int) Math.round(y)));
            }
            if (!ring.isEmpty()) {
                rings.add(ring);
                x = startX;
                y = startY;
            }
        }
        return rings;
    }

    private static String line(String academy, List<List<Point>> rings) {
        List<List<Point>> outline = outline(rings);
        Point label = middle(outline.stream().max(Comparator.comparing(AcademyShapes::area)).orElseThrow());
        StringBuilder path = new StringBuilder();
        for (List<Point> ring : outline) {
            if (area(ring) >= SPECK) {
                path.append(path(straight(ring)));
            }
        }
        return academy + " " + label.x() + " " + label.y() + " " + path;
    }

    /** The rings around all of these: what is left when each edge that two of them share is gone. */
    private static List<List<Point>> outline(List<List<Point>> rings) {
        Map<Edge, Boolean> edges = new LinkedHashMap<>();
        for (List<Point> ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                Edge edge = new Edge(ring.get(i), ring.get((i + 1) % ring.size()));
                if (edge.from().equals(edge.to())) {
                    continue;
                }
                if (edges.remove(edge.back()) == null && edges.remove(edge) == null) {
                    edges.put(edge, true);
                }
            }
        }
        return joined(edges.keySet().stream().toList());
    }

    private static List<List<Point>> joined(List<Edge> edges) {
        Map<Point, Deque<Point>> next = new LinkedHashMap<>();
        for (Edge edge : edges) {
            next.computeIfAbsent(edge.from(), point -> new ArrayDeque<>()).add(edge.to());
            next.computeIfAbsent(edge.to(), point -> new ArrayDeque<>()).add(edge.from());
        }
        List<List<Point>> rings = new ArrayList<>();
        for (Point start : List.copyOf(next.keySet())) {
            while (!next.get(start).isEmpty()) {
                List<Point> ring = new ArrayList<>();
                Point at = start;
                do {
                    ring.add(at);
                    Point to = next.get(at).poll();
                    next.get(to).removeFirstOccurrence(at);
                    at = to;
                } while (!at.equals(start) && !next.get(at).isEmpty());
                rings.add(ring);
            }
        }
        return rings;
    }

    /** Without the points that lie on the straight line between their neighbours. */
    private static List<Point> straight(List<Point> ring) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Point before = ring.get((i + ring.size() - 1) % ring.size());
            Point at = ring.get(i);
            Point after = ring.get((i + 1) % ring.size());
            int turn = (at.x() - before.x()) * (after.y() - at.y()) - (at.y() - before.y()) * (after.x() - at.x());
            if (turn != 0) {
                kept.add(at);
            }
        }
        return kept;
    }

    private static String path(List<Point> ring) {
        StringBuilder path = new StringBuilder();
        Point last = new Point(0, 0);
        for (Point point : ring) {
            boolean first = path.length() == 0;
            int x = point.x() - last.x();
            int y = point.y() - last.y();
            path.append(first ? "M" : path.charAt(path.length() - 1) == 'l' || x < 0 ? "" : " ");
            path.append(x).append(y < 0 ? "" : " ").append(y).append(first ? "l" : "");
            last = point;
        }
        return path.append('z').toString();
    }

    private static double area(List<Point> ring) {
        return Math.abs(twice(ring)) / 2.0;
    }

    private static long twice(List<Point> ring) {
        long sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point at = ring.get(i);
            Point to = ring.get((i + 1) % ring.size());
            sum += (long) at.x() * to.y() - (long) to.x() * at.y();
        }
        return sum;
    }

    private static Point middle(List<Point> ring) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point at = ring.get(i);
            Point to = ring.get((i + 1) % ring.size());
            long part = (long) at.x() * to.y() - (long) to.x() * at.y();
            x += (at.x() + to.x()) * (double) part;
            y += (at.y() + to.y()) * (double) part;
        }
        return new Point((int) Math.round(x / (3.0 * twice(ring))), (int) Math.round(y / (3.0 * twice(ring))));
    }
}
