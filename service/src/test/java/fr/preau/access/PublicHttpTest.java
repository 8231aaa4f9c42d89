package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.kernel.Actor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Behind a proxy, with a public address on HTTPS. */
class PublicHttpTest {
    @RegisterExtension
    static final App APP = new App().with("publicUrl", "https://preau.exemple.fr");

    private static final String PUBLIC = "https://preau.exemple.fr";

    @Test
    void gives_a_cookie_that_only_this_host_gets_back_over_https() {
        String link = APP.scene()
                .accounts
                .invite(
                        Actor.SYSTEM,
                        new NewPerson("https@exemple.invalid", "Personne", Scene.TOWN),
                        new Grant(Role.AGENT, Scene.TOWN))
                .text();
        HttpResponse<String> reply = APP.anonymous()
                .bare("/lien/" + link, Map.of("password", "trois mots et un quatrième"), "Origin", PUBLIC);
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(reply.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-preau=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(reply.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void takes_forms_from_its_public_address_and_from_no_other() {
        Visitor agent = APP.signIn(APP.scene().agent().account());
        Map<String, String> token = Map.of("csrf", agent.csrf());
        assertThat(agent.bare("/deconnexion", token, "Origin", "https://preau.exemple.fr.evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(agent.bare("/deconnexion", token, "Origin", "http://preau.exemple.fr")
                        .statusCode())
                .isEqualTo(403);
        assertThat(agent.bare("/deconnexion", token, "Origin", PUBLIC).statusCode())
                .isEqualTo(303);
    }

    @Test
    void prints_its_public_address_when_it_starts() {
        assertThat(APP.said()).contains("Préau est ouvert").contains(PUBLIC);
    }
}
