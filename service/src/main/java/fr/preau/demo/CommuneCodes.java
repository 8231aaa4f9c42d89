package fr.preau.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Codes that INSEE gives to no commune, of the form that a directory has: the highest numbers of each department, then
 * those behind first characters that are no department's (0A, 1B, 20, 96…). Each is given once.
 */
final class CommuneCodes {
    /** The only departments whose communes are numbered beyond 799; the highest of all is 62909. */
    private static final Set<String> LONG = Set.of("02", "62", "80");

    private static final Set<String> REAL = Set.of("2A", "2B");

    private final Deque<String> shared = new ArrayDeque<>();

    CommuneCodes() {
        Stream<String> lettered = IntStream.range(0, 10)
                .boxed()
                .flatMap(digit -> Stream.of(digit + "A", digit + "B"))
                .filter(prefix -> !REAL.contains(prefix));
        Stream.concat(lettered, Stream.of("00", "20", "96"))
                .forEach(prefix -> IntStream.range(0, 1000).forEach(n -> shared.add(prefix + "%03d".formatted(n))));
    }

    /** So many codes for a department, fewer when there are no more. */
    List<String> take(String department, int count) {
        List<String> codes = new ArrayList<>();
        int digits = 5 - department.length();
        int first = digits == 2 ? 50 : LONG.contains(department) ? 920 : 800;
        int last = digits == 2 ? 99 : 999;
        for (int n = first; n <= last && codes.size() < count; n++) {
            codes.add(department + ("%0" + digits + "d").formatted(n));
        }
        while (codes.size() < count && !shared.isEmpty()) {
            codes.add(shared.remove());
        }
        return codes;
    }
}
