package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people at once: nobody's answer is lost, and nobody waits for another control. */
class SavingTogetherTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int PAIRS = 10;
    private static Scene scene;
    private static Principal one;
    private static Principal other;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        one = scene.agent();
        other = scene.agent();
    }

    @Test
    void ten_pairs_on_different_controls_keep_twenty_answers() throws Exception {
        AuditId audit = scene.audit(Scene.COLLEGE);
        List<ControlCode> controls = scene.audits.view(one, audit).cells().stream()
                .map(Cell::control)
                .limit(2 * PAIRS)
                .toList();
        for (int pair = 0; pair < PAIRS; pair++) {
            ControlCode first = controls.get(2 * pair);
            ControlCode second = controls.get(2 * pair + 1);
            List<Boolean> kept = together(
                    () -> save(one, audit, first, 0, Verdict.CONFORME),
                    () -> save(other, audit, second, 0, Verdict.PARTIEL));
            assertThat(kept).containsExactly(true, true);
        }
        assertThat(scene.audits.view(one, audit).total().answered()).isEqualTo(2 * PAIRS);
    }

    @Test
    void four_first_answers_at_once_are_all_kept_and_begin_the_audit_once() throws Exception {
        Principal town = scene.townAgent();
        AuditId audit = scene.audit(Scene.SCHOOL);
        List<ControlCode> controls = scene.audits.view(town, audit).cells().stream()
                .map(Cell::control)
                .limit(4)
                .toList();
        for (int round = 0; round < PAIRS; round++) {
            long begun = begun(audit);
            List<Callable<Boolean>> saves = new ArrayList<>();
            controls.forEach(control -> saves.add(() -> save(town, audit, control, 0, Verdict.CONFORME)));
            assertThat(together(saves)).containsExactly(true, true, true, true);
            assertThat(begun(audit)).isEqualTo(begun + 1);
            DB.owner().useTransaction(owner -> {
                owner.execute("DELETE FROM answer WHERE audit = ?", audit.value());
                owner.execute("UPDATE audit SET state = 'TO_DO' WHERE id = ?", audit.value());
            });
        }
    }

    private static long begun(AuditId audit) {
        return DB.owner()
                .withHandle(look -> look.createQuery(
                                "SELECT count(*) FROM journal_entry WHERE action = :action AND object = :object")
                        .bind("action", Transition.START.action())
                        .bind("object", "audit/" + audit)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void ten_pairs_on_the_same_control_keep_one_answer_and_refuse_the_other() throws Exception {
        AuditId audit = scene.audit(Scene.SECOND_COLLEGE);
        ControlCode control = Scene.control("SAU-02");
        for (int version = 0; version < PAIRS; version++) {
            int seen = version;
            Verdict[] values = version % 2 == 0
                    ? new Verdict[] {Verdict.CONFORME, Verdict.PARTIEL}
                    : new Verdict[] {Verdict.NON_CONFORME, Verdict.NE_SAIT_PAS};
            List<Boolean> kept = together(
                    () -> save(one, audit, control, seen, values[0]),
                    () -> save(other, audit, control, seen, values[1]));
            assertThat(kept).containsExactlyInAnyOrder(true, false);
        }
        Cell cell = scene.audits.control(one, audit, control).cell();
        assertThat(cell.version()).isEqualTo(PAIRS);
        assertThat(scene.audits.control(one, audit, control).history()).hasSize(PAIRS);
    }

    @Test
    void a_submission_and_the_saves_under_way_never_leave_an_answer_in_a_submitted_audit_unseen() throws Exception {
        AuditId audit = scene.audit(Scene.THIRD_COLLEGE);
        ControlCode control = Scene.control("SAU-02");
        scene.answerAll(one, audit, Verdict.CONFORME);
        for (int round = 0; round < PAIRS; round++) {
            Cell before = scene.audits.control(one, audit, control).cell();
            int seen = before.version();
            // Another than what is stored: a save of the same writes nothing.
            Verdict value = before.verdict() == Verdict.CONFORME ? Verdict.PARTIEL : Verdict.CONFORME;
            List<Boolean> kept = together(() -> save(one, audit, control, seen, value), () -> submit(audit));
            assertThat(kept.get(1)).isTrue();
            Cell cell = scene.audits.control(one, audit, control).cell();
            assertThat(cell.version()).isEqualTo(kept.get(0) ? seen + 1 : seen);
            scene.reviews.withdraw(one, audit);
        }
    }

    @Test
    void a_save_that_waits_for_a_submission_is_refused_by_it() throws Exception {
        AuditId audit = scene.audit(Scene.SECOND_COLLEGE);
        ControlCode control = Scene.control("SAU-03");
        save(one, audit, control, 0, Verdict.CONFORME);
        ExecutorService background = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> save = DB.owner().<Future<Boolean>, Exception>inTransaction(submission -> {
                submission.execute(
                        "UPDATE audit SET state = 'SUBMITTED', submitted_at = now(), submitted_by = 1 WHERE id = ?",
                        audit.value());
                Future<Boolean> waiting = background.submit(() -> save(one, audit, control, 1, Verdict.PARTIEL));
                while (DB.owner()
                                .<Integer, RuntimeException>withHandle(look -> look.createQuery(WAITING)
                                        .mapTo(Integer.class)
                                        .one())
                        == 0) {
                    assertThat(waiting.isDone()).isFalse();
                    Thread.sleep(5);
                }
                return waiting;
            });
            assertThat(save.get()).isFalse();
        } finally {
            background.shutdown();
            DB.owner().useHandle(owner -> owner.execute(BACK, audit.value()));
        }
    }

    private static final String WAITING =
            "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.datname = current_database()"
                    + " WHERE NOT l.granted AND l.pid IN (SELECT pid FROM pg_stat_activity a WHERE a.datid = d.oid)";
    private static final String BACK =
            "UPDATE audit SET state = 'IN_PROGRESS', submitted_at = NULL, submitted_by = NULL WHERE id = ?";

    private static boolean save(Principal by, AuditId audit, ControlCode control, int seen, Verdict verdict) {
        try {
            scene.answers.save(by, audit, control, seen, new NewAnswer(verdict, null));
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.problem()).isInstanceOfAny(Problem.Stale.class, Problem.Conflict.class);
            return false;
        }
    }

    private static boolean submit(AuditId audit) {
        scene.reviews.submit(one, audit);
        return true;
    }

    private static List<Boolean> together(Callable<Boolean> first, Callable<Boolean> second)
            throws InterruptedException, ExecutionException {
        return together(List.of(first, second));
    }

    private static List<Boolean> together(List<Callable<Boolean>> tasks)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (Callable<Boolean> task : tasks) {
                all.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<Boolean> kept = new ArrayList<>();
            for (Future<Boolean> one : all) {
                kept.add(one.get());
            }
            return kept;
        } finally {
            threads.shutdown();
        }
    }
}
