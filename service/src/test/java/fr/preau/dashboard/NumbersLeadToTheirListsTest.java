package fr.preau.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.AuditState;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number of the views leads to the list that it counts, as far as its reader may see: followed link by link, as
 * each kind of reader meets them, in a country with a région whose lycées lie in two académies.
 */
class NumbersLeadToTheirListsTest {
    @RegisterExtension
    static final App APP = new App();

    private static final UnitId DEPARTMENT = UnitId.department("35");
    private static final UnitId REGION = UnitId.collectivity("800000021");
    private static final Uai LYCEE = Uai.of(8_000_041);
    private static final Uai SECOND_LYCEE = Uai.of(8_000_042);
    private static final Uai FAR_LYCEE = Uai.of(8_000_043);
    private static final Uai MOVED = Uai.of(8_000_044);

    private static int people;
    private static CampaignId before;
    private static CampaignId now;

    @BeforeAll
    static void stage() {
        Scene scene = APP.scene();
        scene.collectivity(REGION, "REGION", "Région des Deux-Rives");
        scene.school(LYCEE, "LYCEE", "Lycée Les Genêts", Scene.TOWN, REGION);
        scene.school(SECOND_LYCEE, "LYCEE", "Lycée La Falaise", Scene.OTHER_TOWN, REGION);
        scene.school(FAR_LYCEE, "LYCEE", "Lycée L’Estuaire", Scene.FAR_TOWN, REGION);
        scene.school(MOVED, "ECOLE", "École Le Vieux-Pont", Scene.TOWN, Scene.TOWN);
        before = scene.campaign("2025–2026", LocalDate.of(2025, 11, 3), LocalDate.of(2026, 1, 30));
        scene.move(MOVED, Scene.OTHER_TOWN);
        now = scene.campaign("Vues", LocalDate.of(2026, 11, 9), LocalDate.of(2027, 1, 29));
        PlantedAnswers planted = new PlantedAnswers(
                scene, APP.postgres().owner(), scene.administrator().account());
        for (CampaignId campaign : List.of(before, now)) {
            planted.scatter(campaign, new Random(campaign.value()));
            render(
                    planted,
                    campaign,
                    Scene.COLLEGE,
                    Scene.SECOND_COLLEGE,
                    Scene.SCHOOL,
                    Scene.OTHER_SCHOOL,
                    MOVED,
                    LYCEE);
        }
        render(planted, before, Scene.THIRD_COLLEGE, SECOND_LYCEE);
        render(planted, now, Scene.CIO, FAR_LYCEE, Scene.FAR_SCHOOL);
        planted.state(now, Scene.THIRD_COLLEGE, AuditState.SENT_BACK);
    }

    private static void render(PlantedAnswers planted, CampaignId campaign, Uai... schools) {
        Stream.of(schools).forEach(school -> planted.state(campaign, school, AuditState.SUBMITTED));
    }

    @ParameterizedTest
    @MethodSource("whoSeesNamesAndAnswers")
    void each_number_is_the_total_of_the_list_that_it_leads_to(Grant grant) {
        NumberCrawl crawl = crawl(grant);
        assertThat(crawl.wrong()).as("numbers that their list does not have").isEmpty();
        assertThat(crawl.bare()).as("numbers that lead nowhere").isEmpty();
        assertThat(crawl.shapes())
                .as("kinds of lists that numbers have led to")
                .contains("etat", "mesure+reponse", "tranche", "niveau+tranche", "sauf", "aussi")
                .anyMatch(shape -> shape.contains("partie"));
        boolean splits = grant.unit().kind() != UnitId.Kind.COLLECTIVITY;
        assertThat(crawl.shapes().stream().anyMatch(shape -> shape.contains("dans")))
                .isEqualTo(splits);
        assertThat(crawl.followed()).isGreaterThan(20);
    }

    static Stream<Grant> whoSeesNamesAndAnswers() {
        return Stream.of(
                new Grant(Role.REVIEWER, UnitId.NATION),
                new Grant(Role.REVIEWER, Scene.ACADEMY),
                new Grant(Role.REVIEWER, DEPARTMENT),
                new Grant(Role.AGENT, REGION));
    }

    @Test
    void a_reader_of_an_academie_is_led_to_schools_but_not_by_their_answers() {
        NumberCrawl crawl = crawl(new Grant(Role.READER, Scene.ACADEMY));
        assertThat(crawl.wrong()).isEmpty();
        assertThat(crawl.shapes()).contains("etat", "tranche", "sauf").noneMatch(shape -> shape.contains("reponse"));
    }

    @ParameterizedTest
    @MethodSource("whoSeesNoNames")
    void who_sees_no_school_by_name_meets_no_link_to_one(Grant grant) {
        NumberCrawl crawl = crawl(grant);
        assertThat(crawl.wrong()).isEmpty();
        assertThat(crawl.followed()).isZero();
        assertThat(crawl.pages()).isGreaterThan(10);
    }

    static Stream<Grant> whoSeesNoNames() {
        return Stream.of(
                new Grant(Role.READER, UnitId.NATION),
                new Grant(Role.EDITOR, UnitId.NATION),
                new Grant(Role.ADMINISTRATOR, Scene.ACADEMY));
    }

    @Test
    void a_collectivity_that_spans_departments_leads_to_its_schools_of_the_page() {
        Visitor nation = visitor(new Grant(Role.REVIEWER, UnitId.NATION));
        String there = "/unites/departement-35/etablissements?campagne=" + now + "&dans=" + REGION;
        assertThat(nation.get("/unites/departement-35?campagne=" + now).body())
                .contains((there + "&etat=RENDUS").replace("&", "&amp;"));
        assertThat(nation.get(there).body())
                .contains("data-total=\"2\"", "Région des Deux-Rives", "Lycée La Falaise")
                .doesNotContain("Lycée L’Estuaire");
        assertThat(nation.get("/unites/" + REGION + "/etablissements?campagne=" + now)
                        .body())
                .contains("data-total=\"3\"", "Lycée L’Estuaire");
        assertThat(nation.get("/etablissements?campagne=" + now + "&unite=departement-35&dans=aucune")
                        .body())
                .contains("data-total=\"1\"", "Sans collectivité", "CIO des Trois-Vallées");
        String unknown = "/unites/departement-35/etablissements?campagne=" + now + "&dans=";
        assertThat(nation.get(unknown + "rien").body())
                .as("what names no collectivity cuts nothing")
                .contains("Lycée La Falaise", "CIO des Trois-Vallées");
        assertThat(nation.get(unknown + Scene.FAR_TOWN).body())
                .contains("data-total=\"0\"")
                .as("of an empty list nobody learns whether there is such a collectivity")
                .doesNotContain("Ombreville");
    }

    @Test
    void a_list_says_that_figures_may_count_a_school_that_has_left() {
        Visitor town = visitor(new Grant(Role.AGENT, Scene.TOWN));
        String list = "/unites/" + Scene.TOWN + "/etablissements?etat=RENDUS&campagne=";
        assertThat(town.get("/unites/" + Scene.TOWN + "?campagne=" + before).body())
                .contains("data-count=\"2\"");
        assertThat(town.get(list + before).body())
                .contains("data-total=\"1\"", "ou qui les ont quittées")
                .doesNotContain("École Le Vieux-Pont");
        assertThat(town.get(list + now).body()).contains("data-total=\"1\"").doesNotContain("ou qui les ont quittées");
    }

    private static NumberCrawl crawl(Grant grant) {
        String unit = "/unites/" + grant.unit();
        String campaign = "?campagne=" + now;
        NumberCrawl crawl = new NumberCrawl(visitor(grant), Boolean.getBoolean("preau.long") ? 30 : 1);
        crawl.from(
                "/chiffres" + campaign,
                "/campagnes/" + now + "/suivi",
                "/campagnes/" + before + "/suivi",
                unit + "/mesures/SAU-02" + campaign,
                unit + "/mesures/SAU-02" + campaign + "&partie=COLLECTIVITE&niveau=1&par=TYPES",
                unit + "/mesures" + campaign + "&niveau=1&partie=PARTAGE",
                unit + "/repartition" + campaign + "&niveau=1",
                unit + "/evolution" + campaign + "&type=LYCEE",
                unit + "/ecarts" + campaign + "&par=TYPES",
                unit + "/comparaison" + campaign + "&par=TYPES");
        return crawl;
    }

    private static Visitor visitor(Grant grant) {
        Principal person = APP.scene().person(grant.role() + " " + grant.unit() + " " + people++, grant.unit(), grant);
        return APP.signIn(person.account());
    }
}
