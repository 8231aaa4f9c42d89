package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A label that changes in the very moment in which somebody proposes. */
class LabelMeanwhileTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    @Test
    void what_is_proposed_bears_the_label_of_the_moment_in_which_it_is_taken() {
        EditionScene stage = new EditionScene(new Scene(DB), DB);
        CampaignId campaign = stage.scene.campaign("Bilan", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        stage.render(campaign, "80002%");
        DeliverableId draft = stage.editions
                .deliverables()
                .start(stage.state, new NewDeliverable("Bilan", UnitId.NATION, Label.CLEAR, campaign, null));
        try (Handle other = DB.owner().open()) {
            other.begin();
            other.createUpdate("UPDATE deliverable SET label = 'GREEN' WHERE id = :id")
                    .bind("id", draft)
                    .execute();
            CompletableFuture<Void> proposal =
                    CompletableFuture.runAsync(() -> stage.editions.lives().propose(stage.state, draft));
            while (waiting(other) < 1 && !proposal.isDone()) {
                Thread.onSpinWait();
            }
            other.commit();
            proposal.join();
        }
        assertThat(stage.editions.dossiers().of(stage.state, draft).imprint().label())
                .isEqualTo(Label.GREEN);
    }

    private static int waiting(Handle other) {
        return other.createQuery("SELECT count(*) FROM pg_locks WHERE NOT granted AND pid IN"
                        + " (SELECT pid FROM pg_stat_activity WHERE datname = current_database())")
                .mapTo(Integer.class)
                .one();
    }
}
