package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Actor;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One's own data as a file, and the erasure of an account, over HTTP. */
class PersonalDataHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final Door DOOR = new Door(APP);
    private static final Grant AGENT = new Grant(Role.AGENT, Scene.TOWN);

    @Test
    void everything_kept_of_oneself_is_one_file_without_a_secret_and_without_what_is_an_audits() throws Exception {
        Scene scene = APP.scene();
        Door.Known person = DOOR.known(AGENT);
        scene.accounts.grant(Actor.SYSTEM, person.account(), new Grant(Role.READER, Scene.TOWN));
        scene.accounts.revoke(Actor.SYSTEM, person.account(), new Grant(Role.READER, Scene.TOWN));
        scene.answers.save(
                scene.principal(person.account()),
                scene.audit(Scene.SCHOOL),
                Scene.control("SAU-01"),
                0,
                new NewAnswer(Verdict.PARTIEL, "Une réponse"));
        Secret reset = scene.accounts.resetLink(Actor.SYSTEM, person.account());
        Visitor visitor = APP.signIn(person.account());
        APP.bearer(person.account(), Scope.READ);

        HttpResponse<String> reply = visitor.get("/compte/donnees.json");
        assertThat(reply.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"mes-donnees.json\"");
        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode data = new ObjectMapper().readTree(reply.body());
        assertThat(data.path("profil").path("adresse").asText()).isEqualTo(person.email());
        assertThat(data.path("droits")).hasSize(2);
        assertThat(data.path("droits").path(1).path("retireLe").isNull()).isFalse();
        assertThat(data.path("sessions")).isNotEmpty();
        assertThat(data.path("jetons").path(0).path("nom").asText()).isEqualTo("essai");
        assertThat(data.path("avis").path(0).path("nature").asText()).isEqualTo("RESET_LINK");
        assertThat(data.path("journal").findValuesAsText("action"))
                .contains("account.created", "grant.given", "grant.revoked", "answer.saved", "account.exported");
        assertThat(reply.body())
                .doesNotContain("Une réponse", reset.text(), "$argon2", visitor.csrf())
                .doesNotContain(HexFormat.of().formatHex(reset.digest()));
    }

    @Test
    void an_account_is_erased_once_it_is_closed_and_its_address_invited_anew() {
        Door.Known person = DOOR.known(AGENT);
        Visitor administrator = APP.signIn(APP.scene().administrator().account());
        String page = "/personnes/" + person.account();
        assertThat(administrator.post(page + "/effacement", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(administrator.post(page + "/fermeture", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(administrator.get(page + "/effacement").body()).contains("Un effacement ne se défait pas");
        assertThat(administrator.post(page + "/effacement", Map.of()).body()).contains("Le journal reste vérifiable");
        assertThat(administrator.get(page).statusCode()).isEqualTo(404);
        assertThat(administrator.get("/personnes").body()).doesNotContain(person.email(), "Compte effacé");
        assertThat(administrator
                        .post(
                                "/personnes/inviter",
                                Map.of(
                                        "email",
                                        person.email(),
                                        "name",
                                        "Nouvelle",
                                        "employer",
                                        "35901",
                                        "role",
                                        "AGENT",
                                        "unit",
                                        "35901"))
                        .body())
                .contains("/lien/");
    }
}
