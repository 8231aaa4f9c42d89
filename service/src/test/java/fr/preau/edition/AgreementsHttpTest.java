package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Agreements to appear by name, and the second person's decision on a label, as people reach them. */
class AgreementsHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String ACCORDS = "/livrables/accords";
    private static final String COLUMN = "Conformité par collectivité et thème";
    private static final UnitId CITY = UnitId.collectivity("35930");

    private static EditionScene stage;
    private static Principal mayor;
    private static Principal other;

    @BeforeAll
    static void stage() {
        stage = new EditionScene(APP.scene(), APP.postgres());
        stage.scene.collectivity(CITY, "COMMUNE", "Valserein");
        for (int i = 0; i < 6; i++) {
            stage.scene.school(Uai.of(8_000_300 + i), "ECOLE", "École du Canal", CITY, CITY);
        }
        mayor = stage.scene.person("Mairie de Valserein", CITY, new Grant(Role.ADMINISTRATOR, CITY));
        other = stage.scene.person("Mairie voisine", Scene.TOWN, new Grant(Role.ADMINISTRATOR, Scene.TOWN));
    }

    private static CampaignId campaign(String name) {
        CampaignId campaign = stage.scene.campaign(name, LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        stage.render(campaign, "80002%");
        stage.render(campaign, "80003%");
        return campaign;
    }

    @Test
    void who_administers_the_collectivity_agrees_and_nobody_else() {
        CampaignId campaign = campaign("Accord");
        Visitor own = APP.signIn(mayor.account());
        assertThat(own.get("/campagnes").body()).contains("href=\"" + ACCORDS + "\"");
        assertThat(own.get(ACCORDS).body()).contains("Donner l’accord<span class=\"vh\"> : Valserein, Accord<");
        for (Principal person : List.of(other, stage.state, stage.scene.administrator())) {
            Visitor visitor = APP.signIn(person.account());
            assertThat(visitor.get(ACCORDS).body()).as(person.name()).doesNotContain("Valserein");
            assertThat(says(visitor, campaign, "yes").statusCode())
                    .as(person.name())
                    .isEqualTo(404);
        }
        assertThat(says(APP.signIn(stage.scene.agent().account()), campaign, "yes")
                        .statusCode())
                .isEqualTo(404);
        for (Map<String, String> form : List.of(
                Map.of("campaign", campaign.toString(), "unit", CITY.toString(), "agreed", "peut-être"),
                Map.of("campaign", "999999", "unit", CITY.toString(), "agreed", "yes"),
                Map.of("campaign", "x", "unit", CITY.toString(), "agreed", "yes"),
                Map.of("campaign", campaign.toString(), "unit", "academie-14", "agreed", "yes"))) {
            assertThat(own.post(ACCORDS, form).statusCode()).as(form.toString()).isEqualTo(404);
        }
        assertThat(agreements(campaign)).isZero();
    }

    @Test
    void given_twice_or_by_two_at_once_it_is_given_once() {
        CampaignId campaign = campaign("Deux fois");
        Visitor own = APP.signIn(mayor.account());
        long before = entries("appearance.agreed");
        List<CompletableFuture<HttpResponse<String>>> both = Stream.of(own, APP.signIn(mayor.account()))
                .map(visitor -> CompletableFuture.supplyAsync(() -> says(visitor, campaign, "yes")))
                .toList();
        assertThat(both)
                .allSatisfy(reply -> assertThat(reply.join().statusCode()).isEqualTo(303));
        assertThat(says(own, campaign, "yes").statusCode()).isEqualTo(303);
        assertThat(agreements(campaign)).isOne();
        assertThat(entries("appearance.agreed")).isEqualTo(before + 1);
        assertThat(own.get(ACCORDS).body()).contains("Retirer l’accord<span class=\"vh\"> : Valserein, Deux fois<");
        assertThat(says(own, campaign, "no").statusCode()).isEqualTo(303);
        assertThat(says(own, campaign, "no").statusCode()).isEqualTo(303);
        assertThat(agreements(campaign)).isZero();
    }

    @Test
    void a_row_appears_with_the_agreement_and_leaves_with_it_until_it_is_published() {
        CampaignId campaign = campaign("Paraître");
        Visitor own = APP.signIn(mayor.account());
        Visitor editor = APP.signIn(stage.state.account());
        assertThat(editor.get(document(start(campaign))).body()).doesNotContain(COLUMN);
        DeliverableId early = start(campaign);
        says(own, campaign, "yes");
        assertThat(editor.get(document(early)).body()).as("frozen before").doesNotContain(COLUMN);
        DeliverableId id = start(campaign);
        assertThat(editor.get(document(id)).body()).contains(COLUMN, "Valserein");
        says(own, campaign, "no");
        assertThat(editor.get(page(id)).body()).contains("Masqué : la collectivité n’a pas donné son accord.");
        assertThat(editor.get(document(id)).body())
                .doesNotContain("<th scope=\"row\">Valserein</th><td class=\"num\">6");
        says(own, campaign, "yes");
        String sha256 = propose(id);
        stage.editions.lives().sign(stage.state, id, sha256);
        stage.editions.lives().sign(stage.collectivity, id, sha256);
        says(own, campaign, "no");
        HttpResponse<String> refused = editor.post(page(id) + "/etape", Map.of("step", "PUBLISH"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Une collectivité a donné ou retiré son accord depuis");
        says(own, campaign, "yes");
        assertThat(editor.post(page(id) + "/etape", Map.of("step", "PUBLISH")).statusCode())
                .isEqualTo(303);
        says(own, campaign, "no");
        assertThat(editor.get(document(id)).body()).as("published").contains(COLUMN, "Valserein");
        assertThat(editor.get(page(start(campaign))).body())
                .as("the next one")
                .contains("Masqué : la collectivité n’a pas donné son accord.");
    }

    @Test
    void a_wider_label_is_decided_by_another_person_once() {
        DeliverableId id = start(campaign("Mention"));
        Visitor asks = APP.signIn(stage.state.account());
        Visitor decides = APP.signIn(stage.collectivity.account());
        Visitor stranger = APP.signIn(stage.scene
                .person("Éditrice d’ailleurs", Scene.OTHER_ACADEMY, new Grant(Role.EDITOR, Scene.OTHER_ACADEMY))
                .account());
        assertThat(decide(decides, id, "ACCEPTED").statusCode())
                .as("nothing asked")
                .isEqualTo(409);
        assertThat(ask(asks, id, "CLEAR", " ").statusCode()).isEqualTo(422);
        assertThat(ask(asks, id, "CLEAR", "Pour tous.").statusCode()).isEqualTo(303);
        assertThat(ask(decides, id, "CLEAR", "Moi aussi.").statusCode())
                .as("one at a time")
                .isEqualTo(409);
        assertThat(asks.get(page(id)).body()).contains("demande la mention").doesNotContain("value=\"ACCEPTED\"");
        assertThat(decides.get(page(id)).body()).contains("value=\"ACCEPTED\"");
        HttpResponse<String> own = decide(asks, id, "ACCEPTED");
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("Vous avez fait cette demande");
        for (Visitor visitor : List.of(stranger, APP.signIn(mayor.account()))) {
            assertThat(visitor.get(page(id)).statusCode()).isEqualTo(404);
            assertThat(ask(visitor, id, "CLEAR", "x").statusCode()).isEqualTo(404);
            assertThat(decide(visitor, id, "ACCEPTED").statusCode()).isEqualTo(404);
        }
        assertThat(decide(decides, id, "PEUT-ETRE").statusCode()).isEqualTo(404);
        Visitor third = APP.signIn(stage.scene
                .person("Éditeur national", UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION))
                .account());
        List<Integer> both = Stream.of(decides, third)
                .map(visitor -> CompletableFuture.supplyAsync(
                        () -> decide(visitor, id, "ACCEPTED").statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(both).containsExactlyInAnyOrder(303, 409);
        assertThat(label(id)).isEqualTo(Label.CLEAR);
        assertThat(decide(third, id, "ACCEPTED").statusCode()).isEqualTo(409);
    }

    @Test
    void no_label_moves_once_the_document_is_proposed() {
        DeliverableId id = start(campaign("Proposé"));
        Visitor asks = APP.signIn(stage.state.account());
        assertThat(ask(asks, id, "CLEAR", "Pour tous.").statusCode()).isEqualTo(303);
        propose(id);
        HttpResponse<String> late = decide(APP.signIn(stage.collectivity.account()), id, "ACCEPTED");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Ce livrable est proposé");
        assertThat(ask(asks, id, "AMBER", "").statusCode()).isEqualTo(409);
        assertThat(label(id)).isEqualTo(Label.GREEN);
        stage.editions.lives().resume(stage.state, id);
        assertThat(decide(APP.signIn(stage.collectivity.account()), id, "REFUSED")
                        .statusCode())
                .isEqualTo(303);
        assertThat(label(id)).isEqualTo(Label.GREEN);
    }

    private static DeliverableId start(CampaignId campaign) {
        return stage.editions
                .deliverables()
                .start(stage.state, new NewDeliverable(EditionScene.TITLE, UnitId.NATION, Label.GREEN, campaign, null));
    }

    private static String propose(DeliverableId id) {
        stage.editions.lives().propose(stage.state, id);
        return stage.editions.dossiers().of(stage.state, id).sha256();
    }

    private static Label label(DeliverableId id) {
        return stage.editions.deliverables().view(stage.state, id).deliverable().label();
    }

    private static HttpResponse<String> says(Visitor visitor, CampaignId campaign, String agreed) {
        return visitor.post(
                ACCORDS, Map.of("campaign", campaign.toString(), "unit", CITY.toString(), "agreed", agreed));
    }

    private static HttpResponse<String> ask(Visitor visitor, DeliverableId id, String label, String reason) {
        return visitor.post(page(id) + "/mention", Map.of("label", label, "reason", reason));
    }

    private static HttpResponse<String> decide(Visitor visitor, DeliverableId id, String decision) {
        return visitor.post(page(id) + "/mention/decision", Map.of("decision", decision));
    }

    private static String page(DeliverableId id) {
        return "/livrables/" + id;
    }

    private static String document(DeliverableId id) {
        return page(id) + "/document";
    }

    private static long agreements(CampaignId campaign) {
        return count("SELECT count(*) FROM appearance WHERE ended_at IS NULL AND campaign = " + campaign);
    }

    private static long entries(String action) {
        return count("SELECT count(*) FROM journal_entry WHERE action = '" + action + "'");
    }

    private static long count(String query) {
        return APP.postgres()
                .owner()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
