package fr.preau.access;

import static fr.preau.access.Door.leadsTo;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.kernel.Actor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One's own sessions, password and tokens, on the pages of the account. */
class OwnAccountHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final Door DOOR = new Door(APP);
    private static final Grant AGENT = new Grant(Role.AGENT, Scene.TOWN);
    private static final Pattern SESSION = Pattern.compile("/compte/sessions/(\\d+)/fin");
    private static final Pattern TOKEN = Pattern.compile("/compte/jetons/(\\d+)/fin");

    @Test
    void lists_the_sessions_tells_this_one_and_closes_another_of_ones_own_only() {
        Door.Known person = DOOR.known(AGENT);
        Visitor elsewhere = DOOR.with(DOOR.password(person), "preau");
        APP.scene().now.updateAndGet(now -> now.plusSeconds(300));
        Visitor here = DOOR.with(DOOR.password(person), "preau");
        assertThat(here.cookie()).isNotEqualTo(elsewhere.cookie());
        String page = here.get("/compte").body();
        assertThat(page).contains("2 sessions ouvertes").containsOnlyOnce("Celle-ci");
        String other = SESSION.matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList()
                .get(1);
        Visitor stranger = APP.signIn(APP.scene().agent().account());
        assertThat(stranger.post("/compte/sessions/" + other + "/fin", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(here.post("/compte/sessions/" + other + "/fin", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(leadsTo(elsewhere.get("/chiffres"))).startsWith("/connexion");
        assertThat(here.get("/compte").statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_ends_after_an_hour_of_absence_and_after_twelve_hours_whatever_happens() {
        Door.Known person = DOOR.known(AGENT);
        Visitor away = DOOR.with(DOOR.password(person), "preau");
        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(60)));
        assertThat(leadsTo(away.get("/compte"))).startsWith("/connexion");
        Visitor busy = DOOR.with(DOOR.password(person), "preau");
        for (int spent = 0; spent < 12; spent++) {
            APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(55)));
            assertThat(busy.get("/compte").statusCode()).isEqualTo(200);
        }
        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(55)));
        busy.get("/compte");
        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));
        assertThat(leadsTo(busy.get("/compte"))).startsWith("/connexion");
    }

    @Test
    void a_right_given_or_taken_ends_sessions_and_tokens() {
        for (boolean give : List.of(true, false)) {
            Door.Known person = DOOR.known(AGENT);
            Visitor session = DOOR.with(DOOR.password(person), "preau");
            Visitor program = APP.bearer(person.account(), Scope.READ);
            assertThat(program.get("/api/v1/campaigns").statusCode()).isEqualTo(200);
            if (give) {
                APP.scene().accounts.grant(Actor.SYSTEM, person.account(), new Grant(Role.READER, Scene.TOWN));
            } else {
                APP.scene().accounts.revoke(Actor.SYSTEM, person.account(), AGENT);
            }
            assertThat(leadsTo(session.get("/compte"))).startsWith("/connexion");
            assertThat(program.get("/api/v1/campaigns").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_new_password_asks_for_the_present_one_and_a_thief_of_the_session_is_slowed() {
        Door.Known person = DOOR.known(AGENT);
        Visitor owner = DOOR.with(DOOR.password(person), "preau");
        Map<String, String> common = Map.of("present", Door.PASSWORD, "password", "motdepasse2026");
        HttpResponse<String> refused = owner.post("/compte/mot-de-passe", common);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("de ceux que l’on essaie en premier")
                .doesNotContain("motdepasse2026");
        Map<String, String> guess = Map.of("present", "au hasard, encore", "password", "peu importe lequel");
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(owner.post("/compte/mot-de-passe", guess).statusCode()).isEqualTo(422);
        }
        assertThat(owner.post("/compte/mot-de-passe", guess).statusCode()).isEqualTo(429);
        assertThat(leadsTo(DOOR.password(person))).as("the door is another one").isEqualTo("/chiffres");
    }

    @Test
    void makes_a_token_once_the_password_is_given_again_shows_it_once_and_ends_it() {
        Door.Known person = DOOR.known(AGENT);
        Visitor owner = DOOR.with(DOOR.password(person), "preau");
        Map<String, String> wanted = Map.of("name", "Tableur <b>mairie</b>", "scope", "READ", "days", "30");
        HttpResponse<String> unsure = owner.post("/compte/jetons", wanted);
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(owner.post("/compte/jetons", Map.of("name", "x", "scope", "SESSION", "days", "30"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(owner.post("/compte/jetons", Map.of("name", "x", "scope", "READ", "days", "900"))
                        .body())
                .contains("366");

        Map<String, String> sure = new java.util.HashMap<>(wanted);
        sure.put("present", Door.PASSWORD);
        HttpResponse<String> shown = owner.post("/compte/jetons", sure);
        String token = token(shown.body());
        Visitor program = new Visitor(APP.url(), null, token, "");
        assertThat(owner.get("/compte/jetons").body()).contains("Jamais");
        APP.scene().now.updateAndGet(now -> now.plusSeconds(300));
        assertThat(program.get("/api/v1/campaigns").statusCode()).isEqualTo(200);
        String list = owner.get("/compte/jetons").body();
        assertThat(list)
                .contains("Tableur &lt;b&gt;mairie&lt;/b&gt;", "Lire")
                .doesNotContain("Jamais", token, "<b>mairie");

        String id = TOKEN.matcher(list)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        Visitor stranger = APP.signIn(APP.scene().agent().account());
        assertThat(stranger.post("/compte/jetons/" + id + "/fin", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(owner.post("/compte/jetons/" + id + "/fin", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(program.get("/api/v1/campaigns").statusCode()).isEqualTo(401);
    }

    @Test
    void whoever_has_no_password_must_have_come_in_lately_to_make_a_token() {
        Visitor owner = APP.signIn(APP.scene().agent().account());
        Map<String, String> wanted = Map.of("name", "Tableur", "scope", "READ", "days", "30");
        assertThat(owner.get("/compte/jetons").body()).doesNotContain("type=\"password\"");
        assertThat(owner.post("/compte/jetons", wanted).statusCode()).isEqualTo(200);
        APP.scene().now.updateAndGet(now -> now.plusSeconds(601));
        HttpResponse<String> late = owner.post("/compte/jetons", wanted);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Reconnectez-vous, puis recommencez.");
    }

    static String token(String page) {
        return Pattern.compile("id=\"jeton\" type=\"text\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
