package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A livrable of two campaigns, while schools go on answering in both. */
class OneFreezeTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final AtomicBoolean LISTENING = new AtomicBoolean();

    private static EditionScene stage;
    private static CampaignId earlier;

    @BeforeAll
    static void stage() {
        // Before all else: a query object keeps the logger that there was when it was first attached.
        DB.service().setSqlLogger(afterTheFirstRoster());
        stage = new EditionScene(new Scene(DB), DB);
        earlier = stage.scene.campaign("2024–2025", LocalDate.of(2026, 10, 1), LocalDate.of(2027, 1, 29));
        stage.render(earlier, "80002%");
    }

    @Test
    void what_is_saved_between_the_reads_of_two_campaigns_shows_in_neither() {
        DeliverableId before = start();
        LISTENING.set(true);
        DeliverableId meanwhile = start();
        assertThat(LISTENING)
                .as("a school was rendered in both after the first read")
                .isFalse();
        assertThat(figures(meanwhile)).isEqualTo(figures(before));
        assertThat(figures(start())).as("a later livrable has it").isNotEqualTo(figures(before));
    }

    private static SqlLogger afterTheFirstRoster() {
        return new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                if (context.getRawSql().contains("count(*) AS expected") && LISTENING.compareAndSet(true, false)) {
                    stage.render(stage.campaign, "8000011%");
                    stage.render(earlier, "8000011%");
                }
            }
        };
    }

    private static DeliverableId start() {
        return stage.editions
                .deliverables()
                .start(
                        stage.state,
                        new NewDeliverable(EditionScene.TITLE, UnitId.NATION, Label.CLEAR, stage.campaign, earlier));
    }

    /** How many schools stand behind each of the two campaigns, and what they hold. */
    private static String figures(DeliverableId id) {
        return DB.owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT string_agg(s.campaign || ' ' || s.rendered || ' ' || s.sha256, ', '"
                                        + " ORDER BY s.campaign) FROM deliverable d JOIN frozen_snapshot s"
                                        + " ON s.id IN (d.snapshot, d.earlier) WHERE d.id = :id")
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .one());
    }
}
