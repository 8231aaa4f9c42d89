package fr.preau.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.database.TestDatabase;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ten megabytes cost in memory on their way in and out: a few parts, never the file. */
class LargeFilesTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    @Test
    void takes_and_hands_over_ten_megabytes_within_parts() {
        Scene scene = new Scene(DB);
        Principal agent = scene.agent();
        Evidence evidence = new Evidence(scene.database, scene.journal, scene.audits, scene.clock, 100_000_000);
        var audit = scene.audit(Scene.COLLEGE);
        var control = Scene.control("SAU-02");
        // Once before, so that what is loaded once for all is not counted.
        attach(evidence, agent, audit, control, 100_000);
        long little = allocated(() -> attach(evidence, agent, audit, control, 200_000));
        long much = allocated(() -> attach(evidence, agent, audit, control, Spool.MOST));
        assertThat(much - little).as("bytes allocated for the file alone").isLessThan(Spool.MOST);

        var piece = scene.audits.control(agent, audit, control).pieces().get(2);
        Handed handed = evidence.open(agent, new Evidence.Place(audit, control, piece.id()));
        long part = allocated(() -> handed.parts().apply(5_000_000));
        assertThat(part).as("bytes allocated for one part of it").isLessThan(Spool.MOST / 2);
    }

    private static Object attach(
            Evidence evidence,
            Principal agent,
            fr.preau.kernel.AuditId audit,
            fr.preau.kernel.ControlCode control,
            int size) {
        try (Spool spool = Spool.of(new Picture(size))) {
            return evidence.attach(agent, audit, control, NewPiece.file(spool, size + ".png"));
        }
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** A picture that exists nowhere as a whole. */
    private static final class Picture extends InputStream {
        private final int size;
        private int at;

        Picture(int size) {
            this.size = size;
        }

        @Override
        public int read() {
            if (at == size) {
                return -1;
            }
            int next = at < SampleFile.PNG.length ? SampleFile.PNG[at] & 0xff : at * 31 & 0xff;
            at++;
            return next;
        }
    }
}
