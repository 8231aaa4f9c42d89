package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.edition.Appearances;
import fr.preau.kernel.UnitId;
import fr.preau.succession.NewSuccession;
import fr.preau.succession.Successions;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « reprendre ce qu'une collectivité remplacée a laissé », and what does not go over. */
class TakeoverHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String PAGE = "/reponses-communes/reprise";

    private static Scene scene;
    private static Visitor heir;
    private static Visitor mayor;
    private static SharedAnswers.Done given;

    @BeforeAll
    static void stage() {
        scene = APP.scene();
        Principal town = scene.person(
                "De Montrelay", Scene.TOWN, new Grant(Role.AGENT, Scene.TOWN), new Grant(Role.EDITOR, Scene.TOWN));
        SharedAnswers answers = APP.services().shared().answers();
        Proposal all = new Proposal(
                scene.campaign,
                Scene.TOWN,
                Sharing.BACKUP,
                SchoolSet.ALL,
                new NewAnswer(Verdict.PARTIEL, "Chaque semaine"));
        given = answers.apply(town, all, Set.of(), answers.preview(town, all).seen());
        SameSites sites = APP.services().shared().sites();
        sites.propose(town, scene.campaign, Scene.SCHOOL, Scene.COLLEGE);
        Appearances appearances = APP.services().editions().appearances();
        appearances.decide(town, scene.campaign, Scene.TOWN, true);
        heir = visitor("De Cormerel", Role.AGENT);
        mayor = visitor("Administratrice de Cormerel", Role.ADMINISTRATOR);
        assertThat(heir.get("/reponses-communes").body()).doesNotContain(PAGE);
        assertThat(heir.get(PAGE).body()).contains("Votre unité n’en remplace aucune autre");
        Successions successions = APP.services().succession().successions();
        Principal nation = scene.administrator();
        NewSuccession wish = new NewSuccession(Scene.TOWN, Scene.OTHER_TOWN, LocalDate.of(2026, 11, 20));
        successions.record(
                nation, wish, "Arrêté", successions.preview(nation, wish).ticket());
    }

    private static Visitor visitor(String name, Role role) {
        return APP.signIn(scene.person(name, Scene.OTHER_TOWN, new Grant(role, Scene.OTHER_TOWN))
                .account());
    }

    @Test
    void takes_over_what_one_chooses_once_and_says_what_does_not_go_over() {
        assertThat(heir.get("/reponses-communes").body()).contains("Cormerel en remplace une autre", PAGE);
        String page = heir.get(PAGE).body();
        assertThat(page)
                .contains("1 réponse commune de Montrelay", "Chaque semaine", "1 la suit", "Rien de donné")
                .contains("/reponses-communes/meme-site", "celui de l’ancienne ne vaut pas pour Cormerel")
                .contains("Qui administre votre collectivité le donne sous Campagnes")
                .doesNotContain("/livrables/accords");
        String seen = page.replaceAll("(?s).*name=\"vu\" value=\"([0-9a-f]+)\".*", "$1");
        assertThat(heir.post(PAGE, sent(Scene.OTHER_TOWN, "autre", given.id().toString()))
                        .body())
                .contains("a changé depuis l’aperçu", "Reprendre ce qui est coché");
        assertThat(heir.post(PAGE, sent(Scene.OTHER_TOWN, seen, null)).body()).contains("Cochez au moins une");
        for (Visitor other : new Visitor[] {
            mayor,
            APP.signIn(scene.agent().account()),
            APP.signIn(scene.stateAgent().account())
        }) {
            assertThat(other.post(PAGE, sent(Scene.OTHER_TOWN, seen, given.id().toString()))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(other.get(PAGE + "?unite=" + Scene.OTHER_TOWN).statusCode())
                    .isEqualTo(404);
        }
        assertThat(heir.post(PAGE, sent(Scene.OTHER_TOWN, seen, given.id().toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(heir.post(PAGE, sent(Scene.OTHER_TOWN, seen, given.id().toString()))
                        .statusCode())
                .isEqualTo(409);
        assertThat(heir.get(PAGE).body()).contains("Rien à reprendre");
        assertThat(heir.get("/reponses-communes").body()).doesNotContain(PAGE);
        assertThat(heir.get("/reponses-communes/" + given.id()).body())
                .contains("reprise de Montrelay", "liste d’1 établissement");
    }

    @Test
    void consents_are_given_anew() {
        assertThat(mayor.get("/livrables/accords").body())
                .contains("Sans accord", "L’accord de Montrelay ne passe pas à qui la remplace")
                .doesNotContain("Accord donné");
        String sites = heir.get("/reponses-communes/meme-site").body();
        assertThat(sites)
                .contains("Sans effet\u00a0: l’un des établissements a changé de collectivité")
                .contains("Le proposer de nouveau");
        String renew = "?campagne=" + scene.campaign + "&ecole=" + Scene.SCHOOL + "&autre=" + Scene.COLLEGE;
        assertThat(sites).contains(renew.replace("&", "&amp;"));
        assertThat(heir.get("/reponses-communes/meme-site" + renew).body()).contains("value=\"" + Scene.COLLEGE + "\"");
        Map<String, String> again = Map.of(
                "campagne", scene.campaign.toString(), "school", Scene.SCHOOL.value(), "other", Scene.COLLEGE.value());
        assertThat(heir.post("/reponses-communes/meme-site", again).statusCode())
                .isEqualTo(303);
        assertThat(heir.get("/reponses-communes/meme-site").body())
                .contains("en attente de l’autre collectivité")
                .doesNotContain("Sans effet");
    }

    private static Map<String, String> sent(UnitId unit, String seen, String chosen) {
        Map<String, String> form = Map.of("campagne", scene.campaign.toString(), "unite", unit.toString(), "vu", seen);
        return chosen == null
                ? form
                : Map.of(
                        "campagne", scene.campaign.toString(), "unite", unit.toString(), "vu", seen, "reponse", chosen);
    }
}
