package fr.preau.job;

import fr.preau.access.Scope;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Jobs and their files. What ends or beats one names its claim: an attempt that lost its job changes nothing. */
@RegisterColumnMapper(Said.class)
interface JobSql {

    @SqlQuery("""
            INSERT INTO job (kind, account, scope, parameters, created_at)
            VALUES (:kind, :account, :scope, CAST(:parameters AS jsonb), :now) RETURNING id
            """)
    JobId insert(String kind, AccountId account, Scope scope, String parameters, Instant now);

    /** Holds the account's row, so that two requests at once can't both take the last place. */
    @SqlQuery("""
            WITH held AS MATERIALIZED (SELECT id FROM account WHERE id = :account FOR NO KEY UPDATE)
            SELECT count(j.id) FROM held LEFT JOIN job j ON j.account = held.id AND j.state IN ('WAITING', 'RUNNING')
            """)
    int underWay(AccountId account);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Job> jobs(AccountId account, @Nullable JobId id);

    @SqlQuery("""
            SELECT f.name, f.type, f.content FROM job_file f JOIN job j ON j.id = f.job
            WHERE j.id = :id AND j.account = :account
            """)
    Optional<JobFile> file(AccountId account, JobId id);

    /**
     * Whether its owner has the rights with which the file was made, and sees each audit of which it tells: the policy of
     * {@code job_audit} shows no other row.
     */
    @SqlQuery("""
            SELECT f.rights <@ CAST(:rights AS text[])
                   AND f.audits = (SELECT count(*) FROM job_audit a WHERE a.job = f.job)
            FROM job_file f JOIN job j ON j.id = f.job
            WHERE j.id = :id AND j.account = :account
            """)
    boolean mayHave(AccountId account, JobId id, List<String> rights);

    @SqlQuery("""
            SELECT p.content FROM job_part p JOIN job j ON j.id = p.job
            WHERE j.id = :id AND j.account = :account AND p.number = :number
            """)
    Optional<byte[]> part(AccountId account, JobId id, int number);

    @SqlUpdate("""
            UPDATE job SET state = 'CANCELLED', claim = NULL, alive_at = NULL, ended_at = :now
            WHERE id = :id AND account = :account AND state IN ('WAITING', 'RUNNING')
            """)
    int cancel(AccountId account, JobId id, Instant now);

    @UseClasspathSqlLocator
    @SqlQuery
    Optional<Claimed> claim(List<String> kinds, UUID claim, Instant now, Instant lost);

    @SqlUpdate("""
            UPDATE job SET alive_at = :now, done = :done, total = :total
            WHERE id = :id AND claim = :claim
            """)
    int beat(JobId id, UUID claim, long done, long total, Instant now);

    @SqlUpdate("""
            UPDATE job SET state = :state, claim = NULL, alive_at = NULL, ended_at = :now, href = :href,
                   said = CAST(:said AS jsonb), done = :done, total = :total
            WHERE id = :c.id AND claim = :c.claim
            """)
    int end(
            @BindMethods("c") Claimed job,
            JobState state,
            @Nullable String said,
            @Nullable String href,
            long done,
            long total,
            Instant now);

    /** With the audits that {@link LargeFile} has named, all in the sight of who asked. */
    @SqlUpdate("""
            INSERT INTO job_file (job, name, type, content, rights, audits)
            SELECT :job, :f.name, :f.type, :f.content, :rights, count(a.audit) FROM job_audit a WHERE a.job = :job
            """)
    void insertFile(JobId job, @BindMethods("f") JobFile file, List<String> rights);

    @SqlUpdate("INSERT INTO job_part (job, number, content) VALUES (:job, :number, :content)")
    void insertPart(JobId job, int number, byte[] content);

    @SqlUpdate("INSERT INTO job_audit (job, audit) VALUES (:job, :audit)")
    void insertAudit(JobId job, AuditId audit);

    @SqlUpdate("""
            UPDATE job SET state = 'WAITING', claim = NULL, alive_at = NULL, attempts = attempts - :uncounted
            WHERE id = :id AND claim = :claim
            """)
    void giveBack(JobId id, UUID claim, int uncounted);

    @SqlUpdate("DELETE FROM job WHERE ended_at < :before")
    int sweep(Instant before);
}
