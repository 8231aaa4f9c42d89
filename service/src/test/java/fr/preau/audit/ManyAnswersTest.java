package fr.preau.audit;

import static fr.preau.checklist.Verdict.CONFORME;
import static fr.preau.checklist.Verdict.NON_APPLICABLE;
import static fr.preau.checklist.Verdict.NON_CONFORME;
import static fr.preau.checklist.Verdict.PARTIEL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.CellOutcome.Kind;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Uai;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many answers at once: each by the rules of a single save, with its own outcome, and nobody hangs. */
class ManyAnswersTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int ROUNDS = 10;
    private static final List<Uai> COLLEGES = List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE);

    private static Scene scene;
    private static ManyAnswers many;
    private static Principal agent;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        many = new ManyAnswers(scene.database, scene.journal, scene.clock);
        agent = scene.agent();
    }

    @Test
    void saves_what_can_be_saved_and_says_of_each_other_why_not() {
        AuditId college = scene.audit(Scene.COLLEGE);
        AuditId second = scene.audit(Scene.SECOND_COLLEGE);
        scene.answers.save(scene.agent(), college, Scene.control("SAU-02"), 0, new NewAnswer(CONFORME, "Relu."));

        List<CellOutcome> outcomes = many.save(
                agent,
                List.of(
                        save(college, "SAU-01", 0, PARTIEL),
                        save(college, "SAU-02", 0, PARTIEL),
                        save(second, "SAU-01", 0, NON_APPLICABLE),
                        save(scene.audit(Scene.SCHOOL), "SAU-01", 0, PARTIEL),
                        save(college, "ZZZ-99", 0, PARTIEL),
                        save(second, "SAU-03", 0, NON_CONFORME)));

        assertThat(outcomes)
                .extracting(CellOutcome::kind)
                .containsExactly(Kind.SAVED, Kind.STALE, Kind.REASON, Kind.NOT_FOUND, Kind.NOT_FOUND, Kind.SAVED);
        assertThat(outcomes.get(1).stored()).satisfies(stored -> {
            assertThat(stored.verdict()).isEqualTo(CONFORME);
            assertThat(stored.version()).isEqualTo(1);
        });
        Cell saved = cell(college, "SAU-01");
        assertThat(saved.verdict()).isEqualTo(PARTIEL);
        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.author()).isEqualTo(agent.account());
        assertThat(saved.authorParty()).isEqualTo(Party.COLLECTIVITE);
        assertThat(scene.audits.view(agent, second).audit().state()).isEqualTo(AuditState.IN_PROGRESS);
        assertThat(history(second)).containsExactlyInAnyOrder("audit.started", "answer.saved");
        assertThat(count("SELECT count(*) FROM audit_writer WHERE account = " + agent.account() + " AND audit = "
                        + second))
                .isPositive();
    }

    @Test
    void keeps_the_stored_words_unless_others_come_and_takes_them_away_when_asked() {
        AuditId audit = scene.audit(Scene.COLLEGE);
        scene.answers.save(agent, audit, Scene.control("PAT-01"), 0, new NewAnswer(PARTIEL, "Inventaire de mars."));
        assertThat(one(save(audit, "PAT-01", 1, CONFORME)).kind()).isEqualTo(Kind.SAVED);
        assertThat(cell(audit, "PAT-01").comment()).isEqualTo("Inventaire de mars.");
        CellSave bare = new CellSave(audit, Scene.control("PAT-01"), 2, CONFORME, "", false);
        assertThat(one(bare).kind()).isEqualTo(Kind.SAVED);
        assertThat(cell(audit, "PAT-01").comment()).isNull();
        assertThat(one(new CellSave(audit, Scene.control("PAT-01"), 3, CONFORME, "", false))
                        .stored()
                        .version())
                .as("the same again writes nothing")
                .isEqualTo(3);
    }

    @Test
    void refuses_each_what_falls_to_another_and_what_is_closed() {
        Principal head = scene.head();
        AuditId audit = scene.audit(Scene.COLLEGE);
        ControlCode state = asked(audit, Party.ETAT);
        ControlCode own = asked(audit, Party.ETABLISSEMENT);
        assertThat(many.save(
                        head,
                        List.of(
                                new CellSave(audit, state, 0, CONFORME, null, false),
                                new CellSave(audit, own, 0, CONFORME, null, false))))
                .extracting(CellOutcome::kind)
                .containsExactly(Kind.FORBIDDEN, Kind.SAVED);
        assertThat(many.save(scene.reviewer(), List.of(save(audit, "SAU-04", 0, CONFORME))))
                .extracting(CellOutcome::kind)
                .containsExactly(Kind.NOT_FOUND);
        AuditId third = scene.audit(Scene.THIRD_COLLEGE);
        scene.answerAll(agent, third, CONFORME);
        scene.reviews.submit(agent, third);
        assertThat(one(save(third, "SAU-01", 1, PARTIEL)).kind()).isEqualTo(Kind.CLOSED);
        scene.reviews.withdraw(agent, third);
        scene.at("2027-02-01T09:00:00Z");
        assertThat(one(save(third, "SAU-01", 1, PARTIEL)).kind()).isIn(Kind.CLOSED, Kind.NOT_FOUND);
        scene.at("2026-11-23T09:00:00Z");
        List<CellSave> tooMany = Collections.nCopies(ManyAnswers.MOST + 1, save(third, "SAU-01", 1, PARTIEL));
        AuditLifeTest.refused(() -> many.save(agent, tooMany), Problem.Invalid.class);
    }

    @Test
    void two_people_who_save_many_crosswise_lose_nothing_and_never_wait_in_a_ring() throws Exception {
        Principal other = scene.agent();
        List<String> controls = List.of("EQP-01", "EQP-04", "EQP-05", "RES-01", "RES-03");
        for (int round = 0; round < ROUNDS; round++) {
            Verdict mine = round % 2 == 0 ? PARTIEL : CONFORME;
            List<CellSave> forwards = saves(controls, mine);
            List<CellSave> backwards = new ArrayList<>(saves(controls, NON_CONFORME));
            Collections.reverse(backwards);
            long before = versions(controls);
            List<List<CellOutcome>> both =
                    together(() -> many.save(agent, forwards), () -> many.save(other, backwards));
            long saved = both.stream()
                    .flatMap(List::stream)
                    .filter(outcome -> outcome.kind() == Kind.SAVED)
                    .count();
            assertThat(saved).as("each cell was saved by one of the two").isEqualTo(forwards.size());
            assertThat(versions(controls)).isEqualTo(before + saved);
        }
    }

    private static List<CellSave> saves(List<String> controls, Verdict verdict) {
        return COLLEGES.stream()
                .map(scene::audit)
                .flatMap(audit -> controls.stream().map(control -> {
                    int seen = cell(audit, control).version();
                    return new CellSave(audit, Scene.control(control), seen, verdict, "Au tour " + seen + ".", false);
                }))
                .collect(Collectors.toList());
    }

    private static long versions(List<String> controls) {
        String list = controls.stream().map(one -> "'" + one + "'").collect(Collectors.joining(","));
        return count("SELECT COALESCE(sum(version), 0) FROM answer WHERE control IN (" + list + ")");
    }

    private static <T> List<T> together(Callable<T> first, Callable<T> second) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> both = new ArrayList<>();
            for (Callable<T> task : List.of(first, second)) {
                both.add(two.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            return List.of(both.get(0).get(20, TimeUnit.SECONDS), both.get(1).get(20, TimeUnit.SECONDS));
        } finally {
            two.shutdown();
        }
    }

    private static CellOutcome one(CellSave save) {
        return many.save(agent, List.of(save)).get(0);
    }

    private static CellSave save(AuditId audit, String control, int seen, Verdict verdict) {
        return new CellSave(audit, Scene.control(control), seen, verdict, null, false);
    }

    private static Cell cell(AuditId audit, String control) {
        return scene.audits.control(agent, audit, Scene.control(control)).cell();
    }

    private static ControlCode asked(AuditId audit, Party party) {
        return scene.audits.view(agent, audit).cells().stream()
                .filter(cell -> cell.party() == party && !cell.answered())
                .map(Cell::control)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> history(AuditId audit) {
        return scene
                .database
                .call(agent, tx -> scene.journal.of(tx, "audit/" + audit, List.of(), Long.MAX_VALUE, 10))
                .stream()
                .map(trace -> trace.action())
                .distinct()
                .toList();
    }

    private static long count(String sql) {
        return DB.owner()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
