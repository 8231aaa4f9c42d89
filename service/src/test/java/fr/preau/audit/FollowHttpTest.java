package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Verdict;
import fr.preau.database.Database;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Stretch;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use cases « follow a campaign on both trees » and « give a unit a later last day ». */
class FollowHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String DURING = "2026-11-23T09:00:00Z";
    private static final String AFTER = "2027-02-01T09:00:00Z";
    private static int number;

    private Scene scene;
    private CampaignId campaign;
    private Principal editor;

    @BeforeEach
    void stage() {
        scene = APP.scene();
        scene.at(DURING);
        campaign = scene.campaign("Suivie " + (++number), LocalDate.parse("2026-11-02"), LocalDate.parse("2027-01-29"));
        editor = scene.person("Éditrice " + number, UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
    }

    @Test
    void tells_where_each_units_audits_stand_and_every_number_leads_to_the_list_that_it_counts() {
        handIn(scene.townAgent(), audit(Scene.SCHOOL));
        Principal agent = scene.agent();
        scene.answers.save(
                agent, audit(Scene.COLLEGE), Scene.control("SAU-01"), 0, new NewAnswer(Verdict.CONFORME, null));
        Follows.Followed nation = follow(editor, UnitId.NATION);
        assertThat(nation.whole()).isEqualTo(new FollowLine(UnitId.NATION, "France", 7, 5, 1, 0, 1, 0, 0));
        assertThat(nation.below()).extracting(FollowLine::name).containsExactly("Nantes", "Rennes");
        assertThat(nation.collectivities().lines()).as("too wide").isEmpty();

        Principal reviewer = scene.reviewer();
        Follows.Followed academy = follow(reviewer, Scene.ACADEMY);
        assertThat(academy.whole().expected()).isEqualTo(6);
        assertThat(academy.collectivities().lines().stream()
                        .mapToInt(FollowLine::expected)
                        .sum())
                .as("both trees count the same audits")
                .isEqualTo(6);
        assertThat(academy.collectivities().lines())
                .extracting(FollowLine::name)
                .containsExactly("Cormerel", "Département des Trois-Vallées", "Montrelay", null);
        Visitor visitor = APP.signIn(reviewer.account());
        String page = visitor.get("/campagnes/" + campaign + "/suivi").body();
        Matcher links =
                Pattern.compile("href=\"(/etablissements\\?[^\"]+)\">([0-9]+)<").matcher(page);
        int followed = 0;
        while (links.find()) {
            String list = visitor.get(links.group(1).replace("&amp;", "&")).body();
            assertThat(Pattern.compile("<a href=\"/audits/[0-9]+\">")
                            .matcher(list)
                            .results()
                            .count())
                    .as(links.group(1))
                    .isEqualTo(Long.parseLong(links.group(2)));
            followed++;
        }
        assertThat(followed).isGreaterThan(10);
    }

    @Test
    void a_person_follows_their_own_units_alone() {
        Visitor town = APP.signIn(scene.townAgent().account());
        String page = "/campagnes/" + campaign + "/suivi";
        assertThat(town.get(page).body()).contains("Montrelay").doesNotContain("Cormerel", "Prolonger");
        for (String unit : List.of("nation", "academie-14", Scene.OTHER_TOWN.toString(), "academie-99")) {
            assertThat(town.get(page + "?unite=" + unit).statusCode()).as(unit).isEqualTo(404);
        }
        assertThat(town.get("/campagnes/999999/suivi").statusCode()).isEqualTo(404);
        Visitor reviewer = APP.signIn(scene.otherReviewer().account());
        assertThat(reviewer.get(page).body()).contains("Nantes").doesNotContain("Montrelay");
    }

    @Test
    void a_later_day_reopens_one_unit_for_saving_and_submitting_with_its_reason_and_nobody_else() {
        Principal town = scene.townAgent();
        Principal agent = scene.agent();
        scene.at(AFTER);
        assertThat(follow(editor, UnitId.NATION).whole().late()).isEqualTo(7);
        assertThatThrownBy(() -> save(town, Scene.SCHOOL)).isInstanceOf(Refusal.class);

        Visitor visitor = APP.signIn(editor.account());
        String page = "/campagnes/" + campaign + "/suivi/prolongation";
        assertThat(visitor.get("/campagnes/" + campaign + "/suivi?unite=academie-14")
                        .body())
                .contains("prolongation?unite=" + Scene.TOWN);
        assertThat(visitor.get(page + "?unite=" + Scene.TOWN).body())
                .contains("Montrelay", "29\u00a0janvier 2027", "1 audit");
        assertThat(post(visitor, page, "2027-02-10", "").body()).contains("Écrivez la raison");
        assertThat(post(visitor, page, "hier", "Déménagement").statusCode()).isEqualTo(422);
        assertThat(post(visitor, page, "2027-01-29", "Déménagement").statusCode())
                .isEqualTo(422);
        assertThat(post(visitor, page, "2027-01-31", "Déménagement").statusCode())
                .as("past")
                .isEqualTo(422);
        assertThat(post(visitor, page, "2027-02-10", "Serveur en panne").statusCode())
                .isEqualTo(303);

        assertThat(follow(editor, UnitId.NATION).whole().late()).isEqualTo(6);
        assertThat(visitor.get("/campagnes/" + campaign + "/suivi").body())
                .contains("Prolongations", "Serveur en panne", "10\u00a0février 2027", editor.name());
        assertThat(APP.signIn(scene.townAgent().account())
                        .get("/campagnes/" + campaign + "/suivi")
                        .body())
                .contains("10\u00a0février 2027")
                .doesNotContain("Serveur en panne");
        handIn(town, audit(Scene.SCHOOL));
        assertThatThrownBy(() -> save(agent, Scene.COLLEGE)).isInstanceOf(Refusal.class);
        assertThat(APP.signIn(town.account())
                        .get("/audits/" + audit(Scene.SCHOOL) + "/historique")
                        .body())
                .contains("Dernier jour prolongé");

        scene.at("2027-02-11T09:00:00Z");
        assertThatThrownBy(() -> save(town, Scene.SCHOOL)).isInstanceOf(Refusal.class);
    }

    @Test
    void an_academy_extends_for_its_own_units_and_a_collectivity_never_for_itself() {
        Principal academy = scene.person(
                "Administratrice de l’académie " + number, Scene.ACADEMY, new Grant(Role.ADMINISTRATOR, Scene.ACADEMY));
        Principal mayor = scene.person("Mairie " + number, Scene.TOWN, new Grant(Role.ADMINISTRATOR, Scene.TOWN));
        Extensions extensions = APP.services().following().follows().extensions();
        NewExtension own = new NewExtension(Scene.TOWN, LocalDate.parse("2027-03-01"), "Raison");
        extensions.extend(academy, campaign, own);
        for (UnitId unit : List.of(UnitId.NATION, Scene.OTHER_ACADEMY, Scene.FAR_TOWN, UnitId.collectivity("99999"))) {
            assertThatThrownBy(() -> extensions.extendable(academy, campaign, unit))
                    .as(unit.toString())
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> extensions.extendable(mayor, campaign, Scene.TOWN))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scene.database.running(
                        mayor,
                        tx -> tx.execute(
                                "INSERT INTO campaign_extension (campaign, unit, closes_on, reason, at, account)"
                                        + " VALUES (?, ?, '2027-06-01', 'x', now(), 0)",
                                campaign.value(),
                                Scene.TOWN.toString())))
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_later_day_is_offered_for_the_units_alone_to_which_one_may_give_it() {
        Principal academy =
                scene.person("Éditrice de l’académie " + number, Scene.ACADEMY, new Grant(Role.EDITOR, Scene.ACADEMY));
        Principal mayor = scene.person("Maire " + number, Scene.TOWN, new Grant(Role.ADMINISTRATOR, Scene.TOWN));
        assertThat(offered(academy))
                .as("the académie, its department and its three owners")
                .isEqualTo(5);
        assertThat(offered(mayor)).isZero();
        Principal both = scene.person(
                "Maire et éditrice " + number,
                Scene.TOWN,
                new Grant(Role.ADMINISTRATOR, Scene.FAR_TOWN),
                new Grant(Role.EDITOR, UnitId.department("35")));
        assertThat(offered(both)).isEqualTo(4);
    }

    /** Each offer leads to its form. */
    private long offered(Principal by) {
        Visitor visitor = APP.signIn(by.account());
        String page = visitor.get("/campagnes/" + campaign + "/suivi").body();
        return Pattern.compile("href=\"([^\"]+/(?:prolongation|relance)\\?[^\"]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .peek(link ->
                        assertThat(visitor.get(link).statusCode()).as(link).isEqualTo(200))
                .filter(link -> link.contains("prolongation"))
                .count();
    }

    @Test
    void where_no_mail_leaves_the_silents_addresses_and_a_text_to_copy_are_there_and_nothing_is_sent() {
        Principal nation = scene.administrator();
        Principal town = scene.townAgent();
        Visitor visitor = APP.signIn(nation.account());
        String page = "/campagnes/" + campaign + "/suivi/relance";
        assertThat(visitor.get(page + "?unite=" + Scene.TOWN).body())
                .contains("Aucun serveur de messagerie", "Texte à copier", "29\u00a0janvier 2027", town.name())
                .doesNotContain("Envoyer ");
        assertThat(visitor.get(page + "/adresses.csv?unite=" + Scene.TOWN).body())
                .contains("collectivite-35901");
        assertThat(visitor.post(page, Map.of("unite", Scene.TOWN.toString())).statusCode())
                .isEqualTo(409);
    }

    /** What is kept says what the audits say, on both trees, whatever was done before. */
    @Test
    void the_numbers_are_those_of_the_audits_themselves() {
        handIn(scene.townAgent(), audit(Scene.SCHOOL));
        for (UnitId unit : List.of(UnitId.NATION, Scene.ACADEMY, UnitId.department("35"))) {
            FollowLine line = follow(editor, unit).whole();
            assertThat(List.of(line.expected(), line.silent(), line.submitted()))
                    .as(unit.toString())
                    .containsExactlyElementsOf(raw(unit));
        }
        assertThat(new KeptFigures(new Database(APP.postgres().owner(), scene.clock)).difference())
                .isEmpty();
    }

    private List<Integer> raw(UnitId unit) {
        return APP.postgres()
                .owner()
                .withHandle(tx -> tx.createQuery("SELECT count(*), count(*) FILTER (WHERE state = 'TO_DO'),"
                                + " count(*) FILTER (WHERE state = 'SUBMITTED') FROM audit"
                                + " WHERE campaign = :campaign AND :unit IN ('nation', 'academie-' || academy,"
                                + " 'departement-' || department)")
                        .bind("campaign", campaign)
                        .bind("unit", unit)
                        .map((row, context) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)))
                        .one());
    }

    private Follows.Followed follow(Principal by, UnitId unit) {
        return APP.services().following().follows().follow(by, campaign, unit, Stretch.ALL);
    }

    private AuditId audit(Uai school) {
        return scene.audit(campaign, school);
    }

    private void save(Principal by, Uai school) {
        scene.answers.save(by, audit(school), Scene.control("SAU-01"), 0, new NewAnswer(Verdict.CONFORME, null));
    }

    private void handIn(Principal by, AuditId audit) {
        scene.answerAll(by, audit, Verdict.CONFORME);
        scene.reviews.submit(by, audit);
    }

    private static HttpResponse<String> post(Visitor visitor, String page, String day, String reason) {
        return visitor.post(page, Map.of("unite", Scene.TOWN.toString(), "jour", day, "raison", reason));
    }
}
