package fr.preau.shared;

import static fr.preau.checklist.Verdict.CONFORME;
import static fr.preau.checklist.Verdict.NE_SAIT_PAS;
import static fr.preau.checklist.Verdict.NON_CONFORME;
import static fr.preau.checklist.Verdict.PARTIEL;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shared answer meets other writers: another shared answer, single saves, a submission. Nothing is lost, nobody hangs. */
class SharingTogetherTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int ROUNDS = 8;
    private static Sharing sharing;
    private static Scene scene;
    private static Principal agent;
    private static Principal other;

    @BeforeAll
    static void stage() {
        sharing = new Sharing(DB);
        scene = sharing.scene;
        agent = scene.agent();
        other = scene.agent();
    }

    @Test
    void two_applications_that_meet_leave_one_refused_or_one_after_the_other() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Verdict first = round % 2 == 0 ? PARTIEL : CONFORME;
            Verdict second = round % 2 == 0 ? NON_CONFORME : NE_SAIT_PAS;
            Proposal wide = sharing.all(Sharing.BACKUP, first);
            SchoolSet set = SchoolSet.commune(Scene.OTHER_TOWN.code());
            Proposal narrow = sharing.proposal(Scene.VALLEYS, Sharing.BACKUP, set, second, null);
            long before = versions();
            List<Integer> written = together(() -> give(agent, wide), () -> give(other, narrow));
            assertThat(written.get(0) + written.get(1)).isPositive();
            assertThat(versions()).isEqualTo(before + written.get(0) + written.get(1));
        }
    }

    @Test
    void an_application_and_single_saves_keep_both_writers_answers() throws Exception {
        ControlCode control = Scene.control("ACC-03");
        for (int round = 0; round < ROUNDS; round++) {
            Verdict value = round % 2 == 0 ? PARTIEL : CONFORME;
            long before = versions();
            List<Integer> written = together(
                    () -> give(agent, sharing.all(control, value)),
                    () -> save(other, Scene.SECOND_COLLEGE, control, NON_CONFORME));
            assertThat(versions()).isEqualTo(before + written.get(0) + written.get(1));
            assertThat(sharing.cell(agent, Scene.SECOND_COLLEGE, control).verdict())
                    .isIn(NON_CONFORME, value);
        }
    }

    @Test
    void leaves_what_is_submitted_and_what_follows_another_shared_answer() {
        ControlCode control = Scene.control("EQP-01");
        SchoolSet one = SchoolSet.list(List.of(Scene.SECOND_COLLEGE));
        SharedAnswerId narrow = sharing.give(agent, sharing.proposal(Scene.VALLEYS, control, one, CONFORME, null))
                .id();
        scene.answerAll(agent, scene.audit(Scene.THIRD_COLLEGE), NE_SAIT_PAS);
        scene.reviews.submit(agent, scene.audit(Scene.THIRD_COLLEGE));

        assertThat(sharing.fates(agent, sharing.all(control, PARTIEL)))
                .containsOnlyOnce(Fate.NEW, Fate.OTHER, Fate.LOCKED);
        sharing.give(agent, sharing.all(control, PARTIEL));
        assertThat(sharing.verdicts(agent, control)).containsExactly(PARTIEL, CONFORME, NE_SAIT_PAS);
        assertThat(sharing.followers(narrow)).isEqualTo(1);
        sharing.give(agent, sharing.all(control, NON_CONFORME), Fate.OTHER, Fate.OWN, Fate.LOCKED);
        assertThat(sharing.verdicts(agent, control)).containsExactly(NON_CONFORME, NON_CONFORME, NE_SAIT_PAS);
        scene.reviews.withdraw(agent, scene.audit(Scene.THIRD_COLLEGE));
    }

    private static int give(Principal by, Proposal proposal) {
        try {
            return sharing.give(by, proposal, Fate.OWN, Fate.OTHER).answers();
        } catch (Refusal refusal) {
            assertThat(refusal.problem()).isInstanceOfAny(Problem.Stale.class, Problem.Conflict.class);
            return 0;
        }
    }

    private static int save(Principal by, Uai school, ControlCode control, Verdict verdict) {
        try {
            long version = sharing.cell(by, school, control).version();
            sharing.save(by, school, control, verdict, "À part, tour " + version + ".");
            return 1;
        } catch (Refusal refusal) {
            assertThat(refusal.problem()).isInstanceOf(Problem.Stale.class);
            return 0;
        }
    }

    private static long versions() {
        return sharing.count("SELECT COALESCE(sum(version), 0) FROM answer");
    }

    private static List<Integer> together(Callable<Integer> first, Callable<Integer> second) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> both = new ArrayList<>();
            for (Callable<Integer> task : List.of(first, second)) {
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
}
