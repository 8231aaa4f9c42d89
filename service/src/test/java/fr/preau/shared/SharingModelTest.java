package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Any order of shared answers (overlapping sets, of a collectivity and of the State), exceptions, returns, undoings,
 * arrivals and workbooks that go out and come back leaves each school with the value and the provenance that {@link SharingModel} says. The seed is fixed, so that
 * a failure comes back; it is shrunk to a short one.
 */
class SharingModelTest {
    private static final TestDatabase DB = new TestDatabase();
    private static final int MOVES = Boolean.getBoolean("preau.long") ? 90 : 18;

    /** One thing that somebody does; what doesn't fit (a set never given) is passed over by model and service alike. */
    enum Kind {
        GIVE,
        SAVE,
        UNDO,
        REJOIN,
        JOIN,
        TAKE,
        BRING
    }

    record Move(Kind kind, int set, int school, Verdict verdict, Set<Fate> ticked) {}

    @BeforeContainer
    static void start() {
        DB.beforeAll(null);
        SharingStage.start(DB);
    }

    @AfterContainer
    static void stop() {
        DB.afterAll(null);
    }

    @Property(tries = 8, seed = "20261123")
    void leaves_each_school_what_the_model_says(@ForAll("walks") List<Move> walk) {
        SharingStage stage = new SharingStage();
        SharingModel model = new SharingModel(stage.schools());
        for (Move move : walk) {
            stage.tick();
            boolean done = stage.does(move);
            assertThat(done).as(move + " is possible").isEqualTo(model.does(move));
            assertThat(stage.stands()).as("after " + move).isEqualTo(model.stands());
        }
    }

    @Provide
    Arbitrary<List<Move>> walks() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(5, Kind.GIVE),
                net.jqwik.api.Tuple.of(3, Kind.SAVE),
                net.jqwik.api.Tuple.of(3, Kind.UNDO),
                net.jqwik.api.Tuple.of(2, Kind.REJOIN),
                net.jqwik.api.Tuple.of(1, Kind.JOIN),
                net.jqwik.api.Tuple.of(2, Kind.TAKE),
                net.jqwik.api.Tuple.of(3, Kind.BRING));
        Arbitrary<Move> moves = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, SharingStage.SETS - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Verdict.CONFORME, Verdict.PARTIEL, Verdict.NON_CONFORME),
                        Arbitraries.of(Fate.OWN, Fate.OTHER).set())
                .as(Move::new);
        return moves.list().ofSize(MOVES);
    }
}
