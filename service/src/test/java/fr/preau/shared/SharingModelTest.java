package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.Uai;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Any order of shared answers, own answers and undoings leaves each school with the value and the provenance that a model
 * of a few lines says. Seeds are fixed, so that a failure comes back.
 */
class SharingModelTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final List<Uai> SCHOOLS = List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE);
    private static final int STEPS = 14;
    private static final List<String> CONTROLS = List.of("PAT-01", "PAT-03", "PAT-06", "ACC-03", "ACC-08", "EQP-01");

    /** A school's answer; {@code from} is the index of the set that it follows, -1 for an own answer. */
    private record Value(Verdict verdict, String comment, int from) {}

    /** What the database holds of one school. */
    record Stored(Uai uai, Verdict verdict, String comment, SharedAnswerId follows) {}

    private static Stored stored(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        String follows = row.getString("follows");
        return new Stored(
                new Uai(row.getString("uai")),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getString("comment"),
                follows == null ? null : SharedAnswerId.fromString(follows));
    }

    private final Sharing sharing = new Sharing(DB);
    private final Principal agent = sharing.scene.agent();

    @Test
    void leaves_each_school_what_the_model_says() {
        for (int seed = 0; seed < CONTROLS.size(); seed++) {
            new Run(Scene.control(CONTROLS.get(seed)), new Random(seed)).go();
        }
    }

    /** One control's life. */
    private final class Run {
        private final ControlCode control;
        private final Random random;
        private final List<SchoolSet> sets = List.of(
                SchoolSet.ALL, SchoolSet.commune(Scene.OTHER_TOWN.code()), SchoolSet.list(List.of(Scene.COLLEGE)));
        private final List<Set<Uai>> held =
                List.of(Set.copyOf(SCHOOLS), Set.of(SCHOOLS.get(1), SCHOOLS.get(2)), Set.of(SCHOOLS.get(0)));
        private final Map<Uai, Value> model = new HashMap<>();
        private final Map<Integer, SharedAnswerId> ids = new HashMap<>();
        /** By set: what its last application replaced and what it wrote. */
        private final Map<Integer, Map<Uai, Value>> replaced = new HashMap<>();

        private final Map<Integer, Map<Uai, Value>> wrote = new HashMap<>();

        Run(ControlCode control, Random random) {
            this.control = control;
            this.random = random;
        }

        void go() {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> save(SCHOOLS.get(random.nextInt(3)), "Raison " + step);
                    case 1 -> undo(random.nextInt(3));
                    default -> give(random.nextInt(3), "Commune " + step);
                }
                check(step);
            }
        }

        private void save(Uai school, String comment) {
            Verdict verdict = verdict();
            sharing.save(agent, school, control, verdict, comment);
            model.put(school, new Value(verdict, comment, -1));
        }

        private void give(int set, String comment) {
            Set<Fate> ticked = EnumSet.noneOf(Fate.class);
            List.of(Fate.OWN, Fate.OTHER).stream()
                    .filter(fate -> random.nextBoolean())
                    .forEach(ticked::add);
            Value value = new Value(verdict(), comment, set);
            Map<Uai, Value> before = new HashMap<>();
            Map<Uai, Value> after = new HashMap<>();
            for (Uai school : held.get(set)) {
                Value now = model.get(school);
                boolean moves =
                        now == null || now.from() == set || ticked.contains(now.from() < 0 ? Fate.OWN : Fate.OTHER);
                if (moves) {
                    before.put(school, now);
                    after.put(school, value);
                }
            }
            Proposal proposal =
                    sharing.proposal(Scene.VALLEYS, control, sets.get(set), value.verdict(), value.comment());
            ids.put(
                    set,
                    sharing.give(agent, proposal, ticked.toArray(Fate[]::new)).id());
            model.putAll(after);
            replaced.put(set, before);
            wrote.put(set, after);
        }

        private void undo(int set) {
            boolean possible = wrote.containsKey(set)
                    && wrote.get(set).entrySet().stream()
                            .allMatch(entry -> model.get(entry.getKey()) == entry.getValue());
            try {
                if (ids.containsKey(set)) {
                    sharing.answers.undo(agent, ids.get(set));
                    assertThat(possible).isTrue();
                    replaced.get(set).forEach(this::back);
                    wrote.remove(set);
                }
            } catch (Refusal refusal) {
                assertThat(refusal.problem()).isInstanceOf(Problem.Conflict.class);
                assertThat(possible).as(refusal.getMessage()).isFalse();
            }
        }

        private void back(Uai school, Value value) {
            if (value == null) {
                model.remove(school);
                return;
            }
            // A new object: what other applications wrote before is no longer what stands.
            model.put(school, new Value(value.verdict(), value.comment(), value.from()));
        }

        private void check(int step) {
            Map<Uai, Stored> stored = DB.owner()
                    .withHandle(handle -> handle.createQuery("SELECT a.uai, w.verdict, w.comment,"
                                    + " CASE WHEN w.shared_version = w.version THEN w.shared END AS follows"
                                    + " FROM answer w JOIN audit a ON a.id = w.audit WHERE w.control = :control")
                            .bind("control", control)
                            .map((row, context) -> stored(row))
                            .collect(Collectors.toMap(Stored::uai, Function.identity())));
            for (Uai school : SCHOOLS) {
                Value expected = model.get(school);
                assertThat(stored.getOrDefault(school, new Stored(school, null, null, null)))
                        .as(control + " at step " + step)
                        .isEqualTo(
                                expected == null
                                        ? new Stored(school, null, null, null)
                                        : new Stored(
                                                school,
                                                expected.verdict(),
                                                expected.comment(),
                                                expected.from() < 0 ? null : ids.get(expected.from())));
            }
        }

        private Verdict verdict() {
            return List.of(Verdict.CONFORME, Verdict.PARTIEL, Verdict.NON_CONFORME)
                    .get(random.nextInt(3));
        }
    }
}
