package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.database.TestDatabase;
import fr.preau.job.Job;
import fr.preau.job.JobQueue;
import fr.preau.job.JobState;
import fr.preau.job.Jobs;
import fr.preau.job.TestWorker;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.JobId;
import fr.preau.kernel.UnitId;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Figures frozen by a job: the same as at once, all or nothing, and in words when it can't be. */
class FreezingTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final AtomicBoolean CUT = new AtomicBoolean();
    private static final AtomicReference<Runnable> FIRST_ROSTER = new AtomicReference<>();

    private static EditionScene stage;
    private static Jobs jobs;
    private static TestWorker worker;
    private static CampaignId earlier;

    @BeforeAll
    static void stage() {
        // Before all else: a query object keeps the logger that there was when it was first attached.
        DB.service().setSqlLogger(listening());
        stage = new EditionScene(new Scene(DB), DB);
        earlier = stage.scene.campaign("2024–2025", LocalDate.of(2026, 10, 1), LocalDate.of(2027, 1, 29));
        JobQueue queue = new JobQueue(stage.scene.database, stage.scene.journal, stage.scene.clock);
        jobs = new Jobs(stage.scene.database, stage.scene.journal, queue, stage.scene.clock);
        worker = new TestWorker(stage.scene, queue, List.of(stage.editions.freezing()));
    }

    @Test
    void a_job_freezes_what_one_would_at_once_and_leads_to_the_draft() {
        JobId id = ask(stage.state, stage.campaign);
        worker.workOff();
        Job job = jobs.find(stage.state, id);
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.total()).isPositive().isEqualTo(rows(draft(job)));
        assertThat(sha256(draft(job))).isEqualTo(sha256(stage.start(Label.CLEAR)));
        assertThat(stage.editions
                        .deliverables()
                        .view(stage.state, draft(job))
                        .content()
                        .sections())
                .as("all but the trend of a campaign alone")
                .hasSize(Outline.values().length - 1);
    }

    @Test
    void a_server_that_falls_in_the_middle_leaves_nothing_half_and_the_job_begins_again() {
        long before = snapshots();
        JobId id = ask(stage.state, stage.campaign);
        CUT.set(true);
        worker.workOff();
        assertThat(CUT)
                .as("the connection fell before the figures were written")
                .isFalse();
        assertThat(jobs.find(stage.state, id).state()).isEqualTo(JobState.DONE);
        assertThat(snapshots()).as("one snapshot, of the second attempt").isEqualTo(before + 1);
    }

    @Test
    void what_is_stopped_in_the_middle_is_not_there() {
        long before = snapshots();
        JobId id = ask(stage.state, stage.campaign);
        // On a thread of its own: on this one it would join the reading.
        FIRST_ROSTER.set(() ->
                CompletableFuture.runAsync(() -> jobs.cancel(stage.state, id)).join());
        worker.workOff();
        assertThat(jobs.find(stage.state, id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(snapshots()).isEqualTo(before);
    }

    @Test
    void what_is_saved_while_a_job_reads_shows_in_neither_campaign() {
        stage.render(earlier, "80002%");
        NewDeliverable both =
                new NewDeliverable(EditionScene.TITLE, UnitId.NATION, Label.CLEAR, stage.campaign, earlier);
        DeliverableId plain = stage.editions.deliverables().start(stage.state, both);
        JobId id = jobs.ask(stage.state, stage.editions.freezing(), both);
        FIRST_ROSTER.set(() -> {
            stage.render(stage.campaign, "8000011%");
            stage.render(earlier, "8000011%");
        });
        worker.workOff();
        assertThat(FIRST_ROSTER.get())
                .as("a school was rendered in both after the first read")
                .isNull();
        assertThat(sha256(draft(jobs.find(stage.state, id)))).isEqualTo(sha256(plain));
    }

    @Test
    void says_why_it_failed_and_what_to_do() {
        CampaignId empty = stage.scene.campaign("2023–2024", LocalDate.of(2026, 10, 1), LocalDate.of(2027, 1, 29));
        JobId id = ask(stage.state, empty);
        worker.workOff();
        Job job = jobs.find(stage.state, id);
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(Objects.requireNonNull(job.said()).key()).isEqualTo("edition.campaign.none");
    }

    private static JobId ask(Principal by, CampaignId campaign) {
        NewDeliverable asked = new NewDeliverable(EditionScene.TITLE, UnitId.NATION, Label.CLEAR, campaign, null);
        return jobs.ask(by, stage.editions.freezing(), asked);
    }

    private static SqlLogger listening() {
        return new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (context.getRawSql().contains("INSERT INTO frozen_figure") && CUT.compareAndSet(true, false)) {
                    try (Statement end = context.getConnection().createStatement()) {
                        end.execute("SELECT pg_terminate_backend(pg_backend_pid())");
                    } catch (SQLException e) {
                        assertThat(e.getSQLState()).isEqualTo("57P01");
                    }
                }
            }

            @Override
            public void logAfterExecution(StatementContext context) {
                Runnable then =
                        context.getRawSql().contains("count(*) AS expected") ? FIRST_ROSTER.getAndSet(null) : null;
                if (then != null) {
                    then.run();
                }
            }
        };
    }

    private static DeliverableId draft(Job job) {
        String href = Objects.requireNonNull(job.href());
        return DeliverableId.fromString(href.replaceAll("\\D+(\\d+).*", "$1"));
    }

    private static long snapshots() {
        return one("SELECT count(*) FROM frozen_snapshot", Long.class);
    }

    private static long rows(DeliverableId id) {
        return one(
                "SELECT (SELECT count(*) FROM frozen_stratum t WHERE t.snapshot = d.snapshot)"
                        + " + (SELECT count(*) FROM frozen_behind t WHERE t.snapshot = d.snapshot)"
                        + " + (SELECT count(*) FROM frozen_figure t WHERE t.snapshot = d.snapshot)"
                        + " FROM deliverable d WHERE d.id = " + id,
                Long.class);
    }

    private static String sha256(DeliverableId id) {
        return one(
                "SELECT string_agg(s.sha256, ' ' ORDER BY s.campaign) FROM deliverable d"
                        + " JOIN frozen_snapshot s ON s.id IN (d.snapshot, d.earlier) WHERE d.id = " + id,
                String.class);
    }

    private static <T> T one(String query, Class<T> type) {
        return DB.owner()
                .withHandle(handle -> handle.createQuery(query).mapTo(type).one());
    }
}
