package fr.preau.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The outline of an académie of the mainland or of Corsica, in units of a picture 613 wide and 585 high. {@code
 * service/bin/map} draws them all; those overseas have none.
 *
 * @param x where its number is written, across
 * @param y the same, down
 */
public record AcademyShape(String code, int x, int y, String path) {
    private static final String FILE = "/territory/shapes.txt";

    /** By the code of the académie. */
    static final Map<String, AcademyShape> ALL = read();

    private static Map<String, AcademyShape> read() {
        try (InputStream in = Objects.requireNonNull(AcademyShape.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> List.of(line.split(" ", 4)))
                    .map(part -> new AcademyShape(
                            part.get(0), Integer.parseInt(part.get(1)), Integer.parseInt(part.get(2)), part.get(3)))
                    .collect(Collectors.toMap(AcademyShape::code, Function.identity()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
