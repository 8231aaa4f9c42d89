package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.web.Browser;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages by which two collectivities agree about a site, and the button that takes the other's answer over. */
class SameSiteHttpTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String HOME = "/reponses-communes/meme-site";
    private static final Pattern ACCEPT = Pattern.compile(HOME + "/(\\d+)/accord");

    @Test
    void goes_from_the_proposal_to_the_other_schools_answer_and_back() {
        Scene scene = APP.scene();
        var agent = scene.agent();
        var other = scene.townAgent();
        scene.answers.save(
                other,
                scene.audit(Scene.SCHOOL),
                Scene.control("SAU-02"),
                0,
                new NewAnswer(Verdict.PARTIEL, "Un disque partagé, débranché le soir."));
        Visitor valleys = APP.signIn(agent.account());
        Visitor town = APP.signIn(other.account());
        Map<String, String> proposal = Map.of(
                "campagne",
                scene.campaign.toString(),
                "school",
                Scene.COLLEGE.value(),
                "other",
                " " + Scene.SCHOOL.value().toLowerCase(java.util.Locale.ROOT));
        assertThat(valleys.get("/reponses-communes").body()).contains(HOME);
        assertThat(valleys.post(HOME, proposal).statusCode()).isEqualTo(303);
        assertThat(valleys.post(HOME, proposal).body()).contains("déjà proposé ou en cours");
        assertThat(valleys.get(HOME).body())
                .contains("en attente de l’autre collectivité")
                .doesNotContain("/accord");
        Matcher site = ACCEPT.matcher(town.get(HOME).body());
        assertThat(site.find()).isTrue();
        String one = HOME + "/" + site.group(1);
        String page = "/audits/" + scene.audit(Scene.COLLEGE) + "/mesures/SAU-02";
        assertThat(valleys.get(page).body()).doesNotContain("Un disque partagé");
        Visitor stranger = APP.signIn(scene.person(
                        "Agente de Cormerel",
                        Scene.OTHER_TOWN,
                        new fr.preau.access.Grant(fr.preau.access.Role.AGENT, Scene.OTHER_TOWN))
                .account());
        for (String act : List.of("/accord", "/fin")) {
            assertThat(stranger.post(one + act, Map.of()).statusCode()).isEqualTo(404);
        }

        assertThat(town.post(one + "/accord", Map.of()).statusCode()).isEqualTo(303);
        assertThat(valleys.get(page).body())
                .contains("Sur le même site : École Le Grand-Pré")
                .contains("Un disque partagé");
        looks(valleys, page);
        assertThat(valleys.get(page + "?copie=" + Scene.SCHOOL).body())
                .containsPattern("value=\"PARTIEL\"[^>]*checked")
                .contains("Rien n’est enregistré avant votre bouton");
        assertThat(town.post(one + "/fin", Map.of()).statusCode()).isEqualTo(303);
        assertThat(valleys.get(page).body()).doesNotContain("Un disque partagé");
        assertThat(town.post(one + "/fin", Map.of()).statusCode()).isEqualTo(409);
    }

    /** Both pages as the agent sees them: nothing in the way, and pictures to look at. */
    private static void looks(Visitor agent, String control) {
        var page = BROWSER.page();
        String[] cookie = agent.cookie().split("=", 2);
        page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(APP.url())));
        for (String path : List.of(HOME, control + "?copie=" + Scene.SCHOOL)) {
            page.navigate(APP.url() + path);
            Browser.assertNoBarrier(page);
            for (int width : new int[] {1440, 320}) {
                Browser.shot(page, path.startsWith(HOME) ? "site" : "site-copy", width);
            }
        }
    }
}
