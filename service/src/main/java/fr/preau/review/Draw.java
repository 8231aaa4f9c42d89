package fr.preau.review;

import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws schools by stratum, so that anybody can draw them again from the seed (docs/adr/0030): within a stratum, schools
 * are ordered by the SHA-256 of {@code seed:UAI} and the first ones are taken. How many of each stratum is its share of
 * the whole, by largest remainders; each has one at least when there are enough to go round.
 */
public final class Draw {
    private Draw() {}

    /** A school that may be drawn. */
    public record Candidate(AuditId audit, Uai uai, String stratum) {}

    /**
     * A school that was drawn.
     *
     * @param schools of its stratum, from which it was
     */
    public record Drawn(AuditId audit, Uai uai, String stratum, int schools) {}

    /** Draws {@code size} of them, all when they are fewer; by stratum, then in the order of the draw. */
    public static List<Drawn> of(List<Candidate> frame, long seed, int size) {
        Map<String, List<Candidate>> strata =
                frame.stream().collect(Collectors.groupingBy(Candidate::stratum, TreeMap::new, Collectors.toList()));
        Map<String, Integer> schools = new TreeMap<>();
        strata.forEach((stratum, of) -> schools.put(stratum, of.size()));
        Map<String, Integer> shares = shares(schools, size);
        List<Drawn> drawn = new ArrayList<>();
        strata.forEach((stratum, of) -> of.stream()
                .sorted(Comparator.comparing(one -> rank(seed, one.uai())))
                .limit(shares.getOrDefault(stratum, 0))
                .forEach(one -> drawn.add(new Drawn(one.audit(), one.uai(), stratum, of.size()))));
        return drawn;
    }

    /** How many of each stratum, by largest remainders; ties go to the first by name. */
    static Map<String, Integer> shares(Map<String, Integer> schools, int size) {
        long whole = schools.values().stream().mapToLong(Integer::longValue).sum();
        int wanted = (int) Math.min(size, whole);
        int least = wanted >= schools.size() ? 1 : 0;
        Map<String, Integer> shares = new TreeMap<>();
        schools.forEach((stratum, of) -> shares.put(stratum, Math.max(least, (int) ((long) wanted * of / whole))));
        Comparator<String> byRemainder = Comparator.<String, Long>comparing(stratum ->
                        (long) wanted * schools.getOrDefault(stratum, 0) - whole * shares.getOrDefault(stratum, 0))
                .reversed()
                .thenComparing(Comparator.naturalOrder());
        int left = wanted - sum(shares);
        while (left != 0) {
            int step = Integer.signum(left);
            Comparator<String> first = step > 0 ? byRemainder : byRemainder.reversed();
            String stratum = schools.keySet().stream()
                    .filter(one -> step > 0
                            ? shares.getOrDefault(one, 0) < schools.getOrDefault(one, 0)
                            : shares.getOrDefault(one, 0) > least)
                    .min(first)
                    .orElseThrow();
            shares.merge(stratum, step, Integer::sum);
            left -= step;
        }
        return shares;
    }

    private static int sum(Map<String, Integer> shares) {
        return shares.values().stream().mapToInt(Integer::intValue).sum();
    }

    static String rank(long seed, Uai uai) {
        return sha256(seed + ":" + uai);
    }

    /** What tells whether a draw is made again from the same schools. */
    static String digest(List<Candidate> frame) {
        return sha256(frame.stream().map(one -> one.uai().value()).sorted().collect(Collectors.joining("\n")));
    }

    private static String sha256(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
