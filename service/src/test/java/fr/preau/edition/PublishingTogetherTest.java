package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two publications that have both looked at what there is before either is there. */
class PublishingTogetherTest {
    private static final String DONE = "";

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static EditionScene stage;

    @BeforeAll
    static void stage() {
        stage = new EditionScene(new Scene(DB), DB);
    }

    @Test
    void of_one_campaign_the_second_is_refused_and_sees_the_first_when_it_tries_again() {
        CampaignId campaign = campaign("Une seule");
        DeliverableId one = approved(campaign);
        DeliverableId other = approved(campaign);
        assertThat(together(one, other)).containsExactlyInAnyOrder(DONE, "edition.published.meanwhile");
        DeliverableId late = state(one) == State.PUBLISHED ? other : one;
        assertThat(state(late)).isEqualTo(State.APPROVED);
        assertThat(publish(stage.state, late)).isEqualTo("edition.figures.published");
    }

    @Test
    void of_two_campaigns_each_takes_its_own_number() {
        DeliverableId one = approved(campaign("A"));
        DeliverableId other = approved(campaign("B"));
        assertThat(together(one, other)).containsExactly(DONE, DONE);
        assertThat(Math.abs(number(one) - number(other))).isEqualTo(1);
    }

    @Test
    void of_two_that_replace_one_edition_the_second_is_refused() {
        DeliverableId first = approved(campaign("Remplacée"));
        assertThat(publish(stage.state, first)).isEqualTo(DONE);
        DeliverableId one = approve(stage.editions.lives().renew(stage.state, first, "Une faute."));
        DeliverableId other = approve(stage.editions.lives().renew(stage.state, first, "Une autre."));
        assertThat(together(one, other)).containsExactlyInAnyOrder(DONE, "edition.published.meanwhile");
        DeliverableId late = state(one) == State.PUBLISHED ? other : one;
        assertThat(publish(stage.state, late)).isEqualTo("edition.wrongState");
        assertThat(state(first)).isEqualTo(State.REPLACED);
    }

    private static CampaignId campaign(String name) {
        CampaignId campaign = stage.scene.campaign(name, LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        stage.render(campaign, "80002%");
        return campaign;
    }

    /** Both read, then wait for the table of publications: nobody has published before both have looked. */
    private List<String> together(DeliverableId one, DeliverableId other) {
        try (Handle gate = DB.owner().open()) {
            gate.begin();
            gate.execute("LOCK TABLE publication IN SHARE MODE");
            CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> publish(stage.state, one));
            CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> publish(stage.collectivity, other));
            while (waiting(gate) < 2 && !first.isDone() && !second.isDone()) {
                Thread.onSpinWait();
            }
            gate.commit();
            return List.of(first.join(), second.join());
        }
    }

    private static int waiting(Handle gate) {
        return gate.createQuery(
                        "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'publication'::regclass")
                .mapTo(Integer.class)
                .one();
    }

    /** The key of what was refused. */
    private String publish(Principal by, DeliverableId id) {
        try {
            stage.editions.lives().publish(by, id);
            return DONE;
        } catch (Refusal refusal) {
            return refusal.problem().message().key();
        }
    }

    private DeliverableId approved(CampaignId campaign) {
        return approve(stage.editions
                .deliverables()
                .start(stage.state, new NewDeliverable("Bilan", UnitId.NATION, Label.CLEAR, campaign, null)));
    }

    private DeliverableId approve(DeliverableId id) {
        stage.editions.lives().propose(stage.state, id);
        String sha256 = stage.editions.dossiers().of(stage.state, id).sha256();
        stage.editions.lives().sign(stage.state, id, sha256);
        stage.editions.lives().sign(stage.collectivity, id, sha256);
        return id;
    }

    private State state(DeliverableId id) {
        return stage.editions.deliverables().view(stage.state, id).deliverable().state();
    }

    private Integer number(DeliverableId id) {
        Integer number = stage.editions
                .deliverables()
                .view(stage.state, id)
                .deliverable()
                .number();
        assertThat(number).isNotNull();
        return number;
    }
}
