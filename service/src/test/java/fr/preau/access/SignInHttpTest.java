package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.UnitId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Coming in by password and by link, going out, and what a guesser meets. */
class SignInHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String PASSWORD = "trois mots et un quatrième";
    private static int number;

    @Test
    void signs_in_by_password_and_leads_back_to_the_page_that_was_wanted() {
        String email = known(new Grant(Role.AGENT, Scene.TOWN));
        HttpResponse<String> reply = signIn(email, PASSWORD, "/recherche?q=ecole");
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(reply.headers().firstValue("Location")).hasValue("/recherche?q=ecole");
        String cookie = reply.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("preau=")
                .contains("Path=/", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure", "Domain", "Max-Age", "Expires");
        Visitor inside = new Visitor(APP.url(), cookie.substring(0, cookie.indexOf(';')), null, "");
        assertThat(inside.get("/").headers().firstValue("Location")).hasValue("/a-faire");
        assertThat(inside.get("/connexion").statusCode()).isEqualTo(303);
    }

    @Test
    void leads_nowhere_else_after_signing_in() {
        String email = known(new Grant(Role.AGENT, Scene.TOWN));
        HttpResponse<String> reply = signIn(email, PASSWORD, "//evil.example");
        assertThat(reply.headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void says_the_same_of_an_unknown_address_a_wrong_password_and_a_closed_account() {
        String email = known(new Grant(Role.AGENT, Scene.TOWN));
        String closed = known(new Grant(Role.AGENT, Scene.TOWN));
        APP.scene().accounts.disable(Actor.SYSTEM, APP.scene().accounts.byEmail(Actor.SYSTEM, closed));
        List<String> pages = List.of(
                page(signIn("personne@exemple.invalid", PASSWORD, ""), "personne@exemple.invalid"),
                page(signIn(email, "un autre mot de passe", ""), email),
                page(signIn(closed, PASSWORD, ""), closed));
        assertThat(pages).allMatch(page -> page.equals(pages.get(0)));
        assertThat(pages.get(0)).contains("L’adresse ou le mot de passe ne correspond pas");
    }

    @Test
    void slows_a_guesser_down_and_lets_the_owner_in_later() {
        String email = known(new Grant(Role.AGENT, Scene.TOWN));
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(signIn(email, "au hasard, encore", "").statusCode()).isEqualTo(422);
        }
        HttpResponse<String> slowed = signIn(email, PASSWORD, "");
        assertThat(slowed.statusCode()).isEqualTo(429);
        long seconds = Long.parseLong(slowed.headers().firstValue("Retry-After").orElseThrow());
        assertThat(seconds).isBetween(1L, 300L);
        assertThat(slowed.body()).contains("Trop d’essais à la suite");
        APP.scene().now.updateAndGet(now -> now.plusSeconds(seconds));
        assertThat(signIn(email, PASSWORD, "").statusCode()).isEqualTo(303);
    }

    @Test
    void keeps_no_password_in_the_page_of_a_refused_form() {
        HttpResponse<String> reply = signIn("x@exemple.invalid", "<b>mon secret</b>", "");
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).doesNotContain("mon secret").contains("value=\"x@exemple.invalid\"");
    }

    @Test
    void goes_out_and_the_cookie_is_worth_nothing_any_more() {
        Visitor inside = APP.signIn(APP.scene().agent().account());
        assertThat(inside.get("/").headers().firstValue("Location")).hasValue("/a-faire");
        HttpResponse<String> out = inside.post("/deconnexion", Map.of());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("preau=", "Max-Age=0");
        assertThat(inside.get("/").headers().firstValue("Location")).hasValue("/connexion");
    }

    @Test
    void begins_where_each_role_has_something_to_do() {
        assertThat(home(APP.scene().agent())).isEqualTo("/a-faire");
        assertThat(home(APP.scene().head())).isEqualTo("/a-faire");
        assertThat(home(APP.scene().reviewer())).isEqualTo("/revue");
        assertThat(home(APP.scene().nationalReader())).isEqualTo("/chiffres");
        assertThat(home(APP.scene().administrator())).isEqualTo("/chiffres");
    }

    @Test
    void an_invited_person_reads_the_link_chooses_a_password_and_is_in() {
        String link = "/lien/"
                + APP.scene()
                        .accounts
                        .invite(
                                Actor.SYSTEM,
                                new NewPerson("invitee@exemple.invalid", "Invitée", Scene.TOWN),
                                new Grant(Role.AGENT, Scene.TOWN))
                        .text();
        assertThat(APP.anonymous().get(link).body()).contains("Choisir votre mot de passe", "Invitée");
        assertThat(APP.anonymous().get(link).statusCode())
                .as("reading uses nothing up")
                .isEqualTo(200);
        HttpResponse<String> tooShort = APP.anonymous().post(link, Map.of("password", "court"));
        assertThat(tooShort.statusCode()).isEqualTo(422);
        assertThat(tooShort.body()).contains("Écrivez un mot de passe de 12 à 200 caractères.");
        HttpResponse<String> chosen = APP.anonymous().post(link, Map.of("password", PASSWORD));
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("preau=");
        assertThat(APP.anonymous().get(link).statusCode()).isEqualTo(404);
        assertThat(APP.anonymous().post(link, Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void says_of_a_link_that_nobody_gave_that_it_no_longer_works() {
        HttpResponse<String> reply =
                APP.anonymous().get("/lien/" + Secret.random().text());
        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).contains("Ce lien ne sert plus");
    }

    @Test
    void has_no_way_in_by_a_button() {
        assertThat(APP.anonymous().get("/connexion").body()).doesNotContain("/connexion/demonstration");
        assertThat(APP.anonymous()
                        .post("/connexion/demonstration", Map.of("personne", "dsi"))
                        .statusCode())
                .isEqualTo(404);
    }

    private static String home(Principal person) {
        return APP.signIn(person.account())
                .get("/")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpResponse<String> signIn(String email, String password, String back) {
        return APP.anonymous().post("/connexion", Map.of("email", email, "password", password, "retour", back));
    }

    private static String page(HttpResponse<String> reply, String typed) {
        return reply.statusCode() + reply.body().replace(typed, "");
    }

    /** Somebody who has chosen a password. */
    private static String known(Grant grant) {
        String email = "personne" + (++number) + "@exemple.invalid";
        Accounts accounts = APP.scene().accounts;
        Secret link = accounts.invite(Actor.SYSTEM, new NewPerson(email, "Personne", UnitId.NATION), grant);
        AccountId account = accounts.choosePassword(link, PASSWORD);
        assertThat(account.value()).isPositive();
        return email;
    }
}
