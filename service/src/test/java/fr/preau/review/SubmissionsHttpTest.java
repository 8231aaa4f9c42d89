package fr.preau.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « submit all that lack nothing », page by page. */
class SubmissionsHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static Scene scene;
    private static Principal agent;
    private static String page;

    @BeforeAll
    static void stage() {
        scene = APP.scene();
        agent = scene.agent();
        page = "/envois?campagne=" + scene.campaign;
    }

    @Test
    void submits_those_that_are_ticked_and_says_why_another_stays() {
        AuditId first = scene.audit(Scene.COLLEGE);
        AuditId second = scene.audit(Scene.SECOND_COLLEGE);
        AuditId third = scene.audit(Scene.THIRD_COLLEGE);
        Visitor visitor = APP.signIn(agent.account());
        assertThat(visitor.get(page).body()).contains("Aucun audit n’est prêt");
        List.of(first, second).forEach(audit -> scene.answerAll(agent, audit, Verdict.CONFORME));
        assertThat(visitor.get("/etablissements").body()).contains(page);
        assertThat(visitor.get(page).body())
                .contains("2 audits auxquels rien ne manque", "Collège La Passerelle", "Collège Les Tilleuls")
                .doesNotContain("L’Œuvre-d’Été");
        HttpResponse<String> kept = post(visitor, first, third);
        assertThat(kept.statusCode()).isEqualTo(409);
        assertThat(kept.body())
                .contains("1 audit envoyé", "1 audit n’est pas parti", "/audits/" + third, "1 audit auquel rien");
        assertThat(List.of(state(first), state(second), state(third)))
                .containsExactly(AuditState.SUBMITTED, AuditState.IN_PROGRESS, AuditState.TO_DO);
        HttpResponse<String> done = post(visitor, second);
        assertThat(done.headers().firstValue("Location")).contains(page + "&envoyes=1");
        assertThat(visitor.get(page + "&envoyes=1").body()).contains("1 audit envoyé", "Aucun audit n’est prêt");
    }

    @Test
    void shows_and_submits_nothing_of_others() {
        AuditId school = scene.audit(Scene.SCHOOL);
        scene.answerAll(scene.townAgent(), school, Verdict.CONFORME);
        Visitor visitor = APP.signIn(agent.account());
        assertThat(visitor.get(page).body()).doesNotContain("Le Grand-Pré");
        assertThat(post(visitor, school).statusCode()).isEqualTo(404);
        assertThat(state(school)).isEqualTo(AuditState.IN_PROGRESS);
        assertThat(visitor.post("/envois", Map.of("campagne", scene.campaign.toString()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(visitor.get("/envois").statusCode()).isEqualTo(404);
        assertThat(APP.signIn(scene.townAgent().account()).get(page).body()).contains("Le Grand-Pré");
    }

    /** The form as the page sends it: one field a ticked line. */
    private static HttpResponse<String> post(Visitor visitor, AuditId... audits) {
        Matcher csrf = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"")
                .matcher(visitor.get("/compte").body());
        assertThat(csrf.find()).isTrue();
        String ticked = Arrays.stream(audits).map(audit -> "&audit=" + audit).collect(Collectors.joining());
        return visitor.send(
                "POST",
                "/envois",
                "application/x-www-form-urlencoded",
                "csrf=" + csrf.group(1) + "&campagne=" + scene.campaign + ticked,
                "Origin",
                APP.url());
    }

    private static AuditState state(AuditId audit) {
        return APP.postgres()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT state FROM audit WHERE id = :id")
                        .bind("id", audit)
                        .mapTo(AuditState.class)
                        .one());
    }
}
