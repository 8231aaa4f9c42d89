package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.audit.KeptFigures;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.shared.FigureStep.Move;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever people do, and in whatever order, the figures that triggers keep are those that the answers give: after each
 * step in the tables, as {@code check-figures} compares them, and in the functions by which pages read them, which take
 * longer: after each step of the long form, after every fourth of the short one. The seed is fixed, so that a failure comes
 * back; it is shrunk to a short one.
 */
class KeptFiguresTest {
    private static final TestDatabase DB = new TestDatabase();
    private static final boolean LONG = Boolean.getBoolean("preau.long");
    /** Of each try; ten tries. */
    private static final int HISTORIES = LONG ? 40 : 1;

    private static final int STEPS = 20;
    private static final Map<Move, Integer> TAKEN = new EnumMap<>(Move.class);

    private static FigureHistory history;
    private static KeptFigures kept;
    private static int histories;
    private static int steps;

    @BeforeContainer
    static void start() {
        DB.beforeAll(null);
        history = new FigureHistory(DB);
        kept = history.checked();
    }

    @AfterContainer
    static void stop() {
        DB.afterAll(null);
        int taken = TAKEN.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("kept figures: %d histories, %d steps, %d taken: %s%n", histories, steps, taken, TAKEN);
        assertThat(taken).as("steps that a service took").isGreaterThan(steps / 3);
        if (LONG) {
            assertThat(TAKEN.keySet()).as("moves that were ever taken").containsExactlyInAnyOrder(Move.values());
        }
    }

    @Property(tries = 10, seed = "20261127", edgeCases = EdgeCasesMode.NONE)
    void are_those_of_the_answers_after_every_step_of_any_history(@ForAll("histories") List<List<FigureStep>> all) {
        for (List<FigureStep> one : all) {
            history.begin();
            histories++;
            for (int at = 0; at < one.size(); at++) {
                FigureStep step = one.get(at);
                if (history.takes(step)) {
                    TAKEN.merge(step.move(), 1, Integer::sum);
                }
                steps++;
                holds("step " + at + ": " + step, LONG || at % 4 == 3);
            }
        }
    }

    @Example
    void are_the_same_when_they_are_made_anew_and_name_what_was_tampered_with() {
        history.begin();
        for (Move move : List.of(Move.BATCH, Move.SUBMIT, Move.OPINE, Move.VALIDATE)) {
            assertThat(history.takes(new FigureStep(move, 0, 0, Verdict.PARTIEL, 0)))
                    .isTrue();
        }
        kept.recompute();
        holds("made anew", true);
        DB.owner()
                .useHandle(owner -> owner.execute("INSERT INTO unit_delta (campaign, region, academy, department,"
                        + " school_type, control, answered) VALUES (1, '53', '14', '35', 'COLLEGE', 'SAU-02', 1)"));
        assertThat(kept.difference())
                .hasValueSatisfying(found -> assertThat(found.what()).contains("COLLEGE SAU-02"));
        assertThat(FigureReads.difference(DB.owner(), history.campaign()))
                .hasValueSatisfying(found -> assertThat(found.what()).contains("COLLEGE SAU-02 DECLARED"));
        kept.recompute();
        holds("made anew", true);
    }

    private static void holds(String when, boolean reads) {
        assertThat(kept.difference()).as("tables, %s", when).isEmpty();
        if (reads) {
            assertThat(FigureReads.difference(DB.owner(), history.campaign()))
                    .as("reads, %s", when)
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<List<List<FigureStep>>> histories() {
        Arbitrary<Move> moves = Arbitraries.of(Arrays.stream(Move.values())
                .flatMap(move -> Collections.nCopies(move.often(), move).stream())
                .toList());
        Arbitrary<FigureStep> each = Combinators.combine(
                        moves,
                        Arbitraries.integers().between(0, 5).withDistribution(RandomDistribution.uniform()),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Verdict.class),
                        Arbitraries.integers().between(0, 11).withDistribution(RandomDistribution.uniform()))
                .as(FigureStep::new);
        return each.list().ofSize(STEPS).list().ofSize(HISTORIES);
    }
}
