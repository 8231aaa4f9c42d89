package fr.preau.job;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.JobId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** A kind of work that leaves marks in a table, step by step, and a file; a test says what happens before each step. */
final class Marking implements JobKind<Marking.Steps> {
    private final TestDatabase postgres;
    private Consumer<Integer> before = step -> {};

    Marking(TestDatabase postgres) {
        this.postgres = postgres;
        postgres.owner().useHandle(owner -> {
            owner.execute("CREATE TABLE IF NOT EXISTS preau.mark (word text, step int)");
            owner.execute("GRANT SELECT, INSERT ON preau.mark TO preau_service");
        });
    }

    /** How many marks of a word. */
    record Steps(String word, int count) {}

    Marking before(Consumer<Integer> step) {
        before = step;
        return this;
    }

    /** Holds the work at its second step until the latch falls. */
    Marking held(CountDownLatch there, CountDownLatch released) {
        return before(step -> {
            if (step == 1) {
                there.countDown();
                try {
                    released.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    @Override
    public String name() {
        return "test.marking";
    }

    @Override
    public Class<Steps> parameters() {
        return Steps.class;
    }

    @Override
    public Outcome run(Handle tx, Principal by, Steps steps, Progress progress) {
        if (!by.has(Role.AGENT)) {
            throw Refusal.notFound();
        }
        for (int step = 0; step < steps.count(); step++) {
            before.accept(step);
            progress.at(step, steps.count());
            tx.execute("INSERT INTO mark VALUES (?, ?)", steps.word(), step);
        }
        JobFile file = new JobFile("marks.txt", "text/plain", steps.word().getBytes(StandardCharsets.UTF_8));
        return new Outcome(Message.of("web.outOf", steps.count(), steps.count()), "/etablissements", file);
    }

    long marks(String word) {
        return postgres.owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM preau.mark WHERE word = :word")
                        .bind("word", word)
                        .mapTo(Long.class)
                        .one());
    }

    /** The services of jobs on the scene. */
    record Office(Jobs jobs, JobQueue queue, Worker worker) {
        static Office of(Scene scene, Marking kind) {
            JobQueue queue = new JobQueue(scene.database, scene.journal, scene.clock);
            return new Office(
                    new Jobs(scene.database, scene.journal, queue, scene.clock),
                    queue,
                    new Worker(scene.database, queue, scene.sessions, List.of(kind)));
        }

        JobId ask(Principal by, Marking kind, String word) {
            return jobs.ask(by, kind, new Steps(word, 3));
        }

        void workOff() {
            while (worker.workOnce()) {
                // the next
            }
        }
    }
}
