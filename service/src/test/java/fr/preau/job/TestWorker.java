package fr.preau.job;

import fr.preau.Scene;
import java.util.List;

/** Does jobs when a test says so, on its own thread. */
public final class TestWorker {
    private final Worker worker;

    public TestWorker(Scene scene, JobQueue queue, List<JobKind<?>> kinds) {
        worker = new Worker(scene.database, queue, scene.sessions, kinds);
    }

    /** Until there is none. */
    public void workOff() {
        while (worker.workOnce()) {
            // the next
        }
    }
}
