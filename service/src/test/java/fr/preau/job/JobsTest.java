package fr.preau.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import fr.preau.kernel.JobId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Long work on the real database: who it runs for, what it leaves, how it is stopped, taken up again and swept. */
class JobsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Scene scene;
    private final Marking kind = new Marking(DB);
    private Marking.Office office;
    private Principal agent;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
    }

    @BeforeEach
    void open() {
        office = Marking.Office.of(scene, kind);
        agent = scene.agent();
    }

    @Test
    void does_the_work_for_who_asked_and_keeps_what_came_out() {
        JobId id = office.ask(agent, kind, "done");
        assertThat(office.jobs().find(agent, id).state()).isEqualTo(JobState.WAITING);
        office.workOff();
        Job job = office.jobs().find(agent, id);
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.done()).isEqualTo(3).isEqualTo(job.total());
        assertThat(job.said().args()).containsExactly(3L, 3L);
        assertThat(job.href()).isEqualTo("/etablissements");
        assertThat(new String(office.jobs().file(agent, id).content())).isEqualTo("done");
        assertThat(kind.marks("done")).isEqualTo(3);
        assertThat(actions(id)).containsExactly("job.done", "job.asked");
    }

    @Test
    void shows_a_job_to_its_owner_alone() {
        JobId id = office.ask(agent, kind, "mine");
        office.workOff();
        Principal colleague = scene.agent();
        for (Principal other : List.of(colleague, scene.administrator())) {
            notFound(() -> office.jobs().find(other, id));
            notFound(() -> office.jobs().file(other, id));
            notFound(() -> office.jobs().cancel(other, id));
            assertThat(office.jobs().list(other)).isEmpty();
        }
        // The second lock: not even a query that forgot whose it is.
        assertThat(rows(colleague, "SELECT count(*) FROM job")).isZero();
        assertThat(rows(colleague, "SELECT count(*) FROM job_file")).isZero();
        assertThat(rows(Actor.SYSTEM, "SELECT count(*) FROM job_file")).isZero();
        assertThat(rows(agent, "SELECT count(*) FROM job")).isEqualTo(1);
    }

    @Test
    void takes_so_many_jobs_of_one_person_and_no_more() {
        IntStream.range(0, Jobs.MOST).forEach(turn -> office.ask(agent, kind, "queue"));
        assertThatThrownBy(() -> office.ask(agent, kind, "queue"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Conflict.class));
        office.ask(scene.agent(), kind, "other");
        office.workOff();
        office.ask(agent, kind, "queue");
        office.workOff();
        assertThat(kind.marks("queue")).isEqualTo(3L * (Jobs.MOST + 1));
    }

    @Test
    void stops_one_that_waits_or_runs_and_keeps_nothing_of_it() throws Exception {
        JobId waiting = office.ask(agent, kind, "waiting");
        office.jobs().cancel(agent, waiting);
        office.workOff();
        assertThat(office.jobs().find(agent, waiting).state()).isEqualTo(JobState.CANCELLED);

        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        kind.held(there, released);
        JobId running = office.ask(agent, kind, "running");
        Thread thread = new Thread(office::workOff);
        thread.start();
        there.await();
        office.jobs().cancel(agent, running);
        released.countDown();
        thread.join();
        assertThat(office.jobs().find(agent, running).state()).isEqualTo(JobState.CANCELLED);
        assertThat(kind.marks("waiting") + kind.marks("running")).isZero();
        office.jobs().cancel(agent, running);
        assertThat(actions(running)).containsExactly("job.cancelled", "job.asked");
    }

    @Test
    void is_taken_up_again_once_its_service_gives_no_sign_and_is_done_once() throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Marking.Office stalled = Marking.Office.of(scene, new Marking(DB).held(there, released));
        JobId id = office.ask(agent, kind, "twice");
        Thread thread = new Thread(stalled::workOff);
        thread.start();
        there.await();
        office.workOff();
        assertThat(office.jobs().find(agent, id).state()).as("alive").isEqualTo(JobState.RUNNING);
        DB.owner().useHandle(owner -> owner.execute("UPDATE job SET alive_at = ? WHERE state = 'RUNNING'", longAgo()));
        office.workOff();
        assertThat(office.jobs().find(agent, id).state()).isEqualTo(JobState.DONE);
        released.countDown();
        thread.join();
        assertThat(kind.marks("twice")).isEqualTo(3);
        assertThat(actions(id)).containsExactly("job.done", "job.asked");
    }

    @Test
    void gives_its_job_back_when_the_service_stops_and_it_runs_again_from_the_beginning() throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        kind.held(there, released);
        office.worker().start();
        JobId id = office.ask(agent, kind, "stopped");
        there.await();
        Thread stopping = new Thread(() -> {
            try {
                office.worker().stop();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        stopping.start();
        while (stopping.getState() == Thread.State.RUNNABLE || stopping.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        released.countDown();
        stopping.join();
        assertThat(office.jobs().find(agent, id).state()).isEqualTo(JobState.WAITING);
        assertThat(kind.marks("stopped")).isZero();
        Marking.Office next = Marking.Office.of(scene, new Marking(DB));
        next.workOff();
        assertThat(kind.marks("stopped")).isEqualTo(3);
    }

    @Test
    void fails_in_words_when_the_right_or_the_account_is_gone() {
        JobId lost = office.ask(agent, kind, "lost");
        agent.grants().forEach(grant -> scene.accounts.revoke(Actor.SYSTEM, agent.account(), grant));
        office.workOff();
        assertThat(office.jobs().find(agent, lost).said().key()).isEqualTo("job.lost");
        Principal leaver = scene.agent();
        JobId closed = office.ask(leaver, kind, "closed");
        scene.accounts.disable(Actor.SYSTEM, leaver.account());
        office.workOff();
        Job job = office.jobs().find(leaver, closed);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.said().key()).isEqualTo("job.closed");
        assertThat(kind.marks("lost") + kind.marks("closed")).isZero();
    }

    @Test
    void fails_with_a_reference_and_no_word_of_the_program_and_gives_up_after_three_attempts() {
        kind.before(step -> {
            if (step == 2) {
                throw new IllegalStateException("secret of the program");
            }
        });
        JobId fault = office.ask(agent, kind, "fault");
        office.workOff();
        Job job = office.jobs().find(agent, fault);
        assertThat(job.said().key()).isEqualTo("job.fault");
        assertThat(job.said().args()).containsExactly(fault.toString());
        JobId deadly = office.ask(agent, kind, "deadly");
        DB.owner().useHandle(owner -> owner.execute("UPDATE job SET attempts = 3 WHERE id = ?", deadly.value()));
        office.workOff();
        assertThat(office.jobs().find(agent, deadly).said().key()).isEqualTo("job.attempts");
        assertThat(kind.marks("fault") + kind.marks("deadly")).isZero();
        assertThat(actions(deadly)).containsExactly("job.failed", "job.asked");
    }

    @Test
    void lets_several_services_share_the_queue_without_doing_a_job_twice() throws Exception {
        List<Principal> people =
                IntStream.range(0, 4).mapToObj(turn -> scene.agent()).toList();
        people.forEach(one -> IntStream.range(0, Jobs.MOST).forEach(turn -> office.ask(one, kind, "shared")));
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(
                        turn -> new Thread(() -> Marking.Office.of(scene, kind).workOff()))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(kind.marks("shared")).isEqualTo(3L * 4 * Jobs.MOST);
    }

    @Test
    void deletes_a_job_and_its_file_seven_days_after_its_end() {
        JobId id = office.ask(agent, kind, "old");
        office.workOff();
        Job job = office.jobs().find(agent, id);
        assertThat(job.keptUntil()).isEqualTo(scene.now.get().plus(Duration.ofDays(7)));
        office.queue().sweep();
        assertThat(office.jobs().file(agent, id).name()).isEqualTo("marks.txt");
        scene.now.set(scene.now.get().plus(Duration.ofDays(7)).plusSeconds(1));
        try {
            office.queue().sweep();
            notFound(() -> office.jobs().find(agent, id));
            DB.owner()
                    .useHandle(owner -> assertThat(owner.createQuery("SELECT count(*) FROM job_file WHERE job = ?")
                                    .bind(0, id.value())
                                    .mapTo(Long.class)
                                    .one())
                            .isZero());
        } finally {
            scene.at("2026-11-23T09:00:00Z");
        }
    }

    private static OffsetDateTime longAgo() {
        return scene.now.get().minus(JobQueue.LEASE).minusSeconds(1).atOffset(ZoneOffset.UTC);
    }

    private static List<String> actions(JobId id) {
        return scene.database.call(Actor.SYSTEM, tx -> scene.journal.exactly(tx, "job/" + id, 10)).stream()
                .map(trace -> trace.action())
                .toList();
    }

    private static long rows(Actor by, String sql) {
        return scene.database.call(
                by, tx -> tx.createQuery(sql).mapTo(Long.class).one());
    }

    private static void notFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.NotFound.class));
    }
}
