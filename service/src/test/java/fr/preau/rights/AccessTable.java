package fr.preau.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The declared matrix, read out of {@code access-matrix.txt}.
 *
 * @param samples what stands for a path parameter, by {@code {name}} or by {@code {name} /its/route}
 * @param bodies what a route is sent, by {@code METHOD /its/route}
 * @param columns the people's, in order
 * @param lines the cells of a route, by {@code METHOD /its/route}
 */
record AccessTable(
        Map<String, String> samples,
        Map<String, String> bodies,
        List<String> columns,
        Map<String, List<String>> lines) {
    static final Path FILE = Path.of("src/test/resources/access-matrix.txt");

    static AccessTable read() {
        AccessTable table = new AccessTable(new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new LinkedHashMap<>());
        try {
            Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void add(String line) {
        int equals = line.indexOf(" = ");
        if (equals > 0) {
            String key = line.substring(0, equals).strip().replaceAll("\\s+", " ");
            (key.startsWith("{") ? samples : bodies)
                    .put(key, line.substring(equals + 3).strip());
            return;
        }
        List<String> words = Arrays.asList(line.strip().split("\\s+"));
        if (words.get(0).equals("METHOD")) {
            columns.addAll(words.subList(2, words.size()));
            return;
        }
        lines.put(words.get(0) + " " + words.get(1), words.subList(2, words.size()));
    }

    /** A line as the file writes it. */
    static String line(Route route, List<String> cells) {
        StringBuilder line = new StringBuilder("%-6s %-48s".formatted(route.method(), route.path()));
        cells.forEach(cell -> line.append(" %-8s".formatted(cell)));
        return line.toString().stripTrailing();
    }
}
