package fr.preau.job;

import fr.preau.kernel.AuditId;
import fr.preau.kernel.JobId;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.jdbi.v3.core.Handle;

/**
 * The content of a file that a job does not hold in memory: written part by part, within the job's transaction. The job
 * then ends with a {@link JobFile} without content, of which this is the content.
 */
public final class LargeFile extends OutputStream {
    private static final int PART = 1 << 20;

    private final JobSql sql;
    private final JobId job;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream(PART);
    private int number;

    /** Begins the one large file of a job under way. */
    public LargeFile(Handle tx, Progress progress) {
        sql = tx.attach(JobSql.class);
        job = progress.job();
    }

    /** Says that the file tells of an audit: it is handed out only while that one is in its owner's sight. */
    public void about(AuditId audit) {
        sql.insertAudit(job, audit);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int taken = Math.min(left, PART - part.size());
            part.write(bytes, from, taken);
            from += taken;
            left -= taken;
            if (part.size() == PART) {
                keep();
            }
        }
    }

    @Override
    public void close() {
        if (part.size() > 0) {
            keep();
        }
    }

    private void keep() {
        sql.insertPart(job, number++, part.toByteArray());
        part.reset();
    }
}
