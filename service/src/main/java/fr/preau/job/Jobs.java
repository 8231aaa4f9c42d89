package fr.preau.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.access.Principal;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.JobId;
import fr.preau.kernel.Refusal;
import io.dropwizard.jackson.Jackson;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person's own jobs: asking for one, seeing how far it is, stopping it. Another's is not found. */
public final class Jobs {
    /** Most jobs of one person that wait or run. */
    public static final int MOST = 5;

    private static final ObjectMapper JSON = Jackson.newObjectMapper();

    private final Database database;
    private final Journal journal;
    private final JobQueue queue;
    private final InstantSource clock;

    public Jobs(Database database, Journal journal, JobQueue queue, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Asks for a job; within a unit of work, it is there once that is committed.
     *
     * @throws Refusal conflict, when the person has {@value #MOST} that are not over
     */
    public <P extends Record> JobId ask(Principal by, JobKind<P> kind, P parameters) {
        JobId asked = database.call(by, tx -> {
            JobSql sql = tx.attach(JobSql.class);
            if (sql.underWay(by.account()) >= MOST) {
                throw Refusal.conflict("job.tooMany", MOST);
            }
            JobId id = sql.insert(kind.name(), by.account(), by.scope(), json(parameters), clock.instant());
            journal.record(tx, Entry.of(by, "job.asked", "job/" + id).with(Map.of("kind", kind.name())));
            return id;
        });
        queue.ring();
        return asked;
    }

    /** The person's jobs, newest first. */
    public List<Job> list(Principal by) {
        return database.call(by, tx -> tx.attach(JobSql.class).jobs(by.account(), null));
    }

    /** One of the person's jobs. */
    public Job find(Principal by, JobId id) {
        return database.call(by, tx -> tx.attach(JobSql.class).jobs(by.account(), id)).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * The file that one of the person's jobs has made; the content of a large one is got by {@link #part}.
     *
     * @throws Refusal conflict, when the person has lost a right with which it was made, or the sight of an audit in it
     */
    public JobFile file(Principal by, JobId id) {
        return database.call(by, tx -> {
            JobSql sql = tx.attach(JobSql.class);
            JobFile file = sql.file(by.account(), id).orElseThrow(Refusal::notFound);
            if (!sql.mayHave(by.account(), id, rights(by))) {
                throw Refusal.conflict("job.file.rights");
            }
            return file;
        });
    }

    /** A part of a large file, from 0; empty after the last. */
    public Optional<byte[]> part(Principal by, JobId id, int number) {
        return database.call(by, tx -> tx.attach(JobSql.class).part(by.account(), id, number));
    }

    /** The person's grants as a file keeps them. */
    static List<String> rights(Principal by) {
        return by.grants().stream()
                .map(grant -> grant.role() + " " + grant.unit())
                .sorted()
                .toList();
    }

    /** Stops one of the person's jobs: nothing of it is kept. One that is over stays as it is. */
    public void cancel(Principal by, JobId id) {
        find(by, id);
        database.run(by, tx -> {
            if (tx.attach(JobSql.class).cancel(by.account(), id, clock.instant()) > 0) {
                journal.record(tx, Entry.of(by, "job.cancelled", "job/" + id));
            }
        });
    }

    static <P> P parsed(Class<P> type, String json) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parameters of another version of " + type.getName(), e);
        }
    }

    private static String json(Record parameters) {
        try {
            return JSON.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(parameters + " has a value that JSON has no word for", e);
        }
    }
}
