package fr.preau.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A draw that anybody can make again, fair to each stratum, and the interval of what comes of it. */
class DrawTest {
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    @Property(tries = 200)
    void gives_the_same_schools_for_the_same_seed_and_each_stratum_its_share(
            @ForAll @IntRange(min = 1, max = 120) int schools,
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @IntRange(min = 0) int seed) {
        List<Draw.Candidate> frame = frame(schools, seed);
        List<Draw.Drawn> drawn = Draw.of(frame, seed, size);
        List<Draw.Candidate> shuffled = new ArrayList<>(frame);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Draw.of(shuffled, seed, size))
                .as("whatever the order of the schools")
                .isEqualTo(drawn);
        assertThat(Draw.digest(shuffled)).isEqualTo(Draw.digest(frame));
        assertThat(drawn).doesNotHaveDuplicates().hasSize(Math.min(size, schools));

        Map<String, Long> strata = frame.stream()
                .collect(Collectors.groupingBy(Draw.Candidate::stratum, TreeMap::new, Collectors.counting()));
        Map<String, Long> taken =
                drawn.stream().collect(Collectors.groupingBy(Draw.Drawn::stratum, Collectors.counting()));
        strata.forEach((stratum, of) -> {
            long got = taken.getOrDefault(stratum, 0L);
            assertThat(got).isLessThanOrEqualTo(of);
            if (size >= strata.size()) {
                assertThat(got).as("one at least of " + stratum).isPositive();
            }
        });
    }

    @Test
    void orders_a_stratum_by_the_digest_of_seed_and_uai_as_the_page_says() throws Exception {
        List<Draw.Candidate> frame = frame(30, 7);
        String expected = frame.stream()
                .filter(one -> one.stratum().equals("s0"))
                .map(one -> one.uai().value())
                .min((one, other) -> digest("42:" + one).compareTo(digest("42:" + other)))
                .orElseThrow();
        assertThat(Draw.of(frame, 42, 5).get(0).uai().value()).isEqualTo(expected);
        assertThat(Draw.shares(Map.of("a", 70, "b", 20, "c", 10), 10))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", 7, "b", 2, "c", 1));
        assertThat(Draw.shares(Map.of("a", 98, "b", 1, "c", 1), 4))
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", 2, "b", 1, "c", 1));
    }

    @Test
    void gives_wilsons_interval() {
        Agreement nine = new Agreement(Agreement.ALL, 1, 1, 1, 9, 10);
        assertThat(nine.low()).isCloseTo(0.5958, within(1e-4));
        assertThat(nine.high()).isCloseTo(0.9821, within(1e-4));
        Agreement all = new Agreement(Agreement.ALL, 1, 1, 1, 10, 10);
        assertThat(all.low()).isCloseTo(0.7225, within(1e-4));
        assertThat(all.high()).isCloseTo(1, within(1e-9));
        assertThat(new Agreement(Agreement.ALL, 0, 1, 1, 0, 0).rate()).isNull();
        assertThat(new Agreement(Agreement.ALL, 0, 1, 1, 0, 0).few())
                .as("nothing to warn of")
                .isFalse();
        assertThat(new Agreement(Agreement.ALL, 1, 9, 9, 60, 70).few())
                .as("one school")
                .isTrue();
        assertThat(new Agreement(Agreement.ALL, 2, 9, 9, 20, 29).few())
                .as("few controls")
                .isTrue();
        assertThat(new Agreement(Agreement.ALL, 2, 9, 9, 20, 30).few()).isFalse();
    }

    private static List<Draw.Candidate> frame(int schools, int seed) {
        List<Draw.Candidate> frame = new ArrayList<>();
        for (int n = 0; n < schools; n++) {
            String digits = String.format("8%06d", n);
            String uai = digits + LETTERS.charAt(Integer.parseInt(digits) % LETTERS.length());
            frame.add(new Draw.Candidate(new AuditId(n + 1), new Uai(uai), "s" + Math.floorMod(n * 31 + seed, 5) % 4));
        }
        return frame.stream().anyMatch(one -> one.stratum().equals("s0"))
                ? frame
                : frame.stream()
                        .map(one -> new Draw.Candidate(one.audit(), one.uai(), "s0"))
                        .toList();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
