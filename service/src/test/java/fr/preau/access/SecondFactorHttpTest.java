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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The second factor as one meets it: set up because a role demands it, asked for, used once, slowed down, lost. */
class SecondFactorHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final Door DOOR = new Door(APP);
    private static final Grant REVIEWER = new Grant(Role.REVIEWER, Scene.ACADEMY);

    @Test
    void a_reviewer_sets_one_up_before_anything_else_and_is_asked_for_it_ever_after() {
        Door.Known person = DOOR.known(REVIEWER);
        HttpResponse<String> half = DOOR.password(person);
        assertThat(leadsTo(half)).isEqualTo("/connexion/code?retour=%2Fchiffres");
        assertThat(Door.cookie(half, "preau")).as("no session yet").isEmpty();
        Visitor waiting = DOOR.with(half, "preau-etape");
        assertThat(leadsTo(waiting.get("/revue"))).startsWith("/connexion");
        assertThat(waiting.get("/connexion/code").body())
                .contains("Protéger votre compte", "<svg viewBox", "role=\"img\"");

        Door.Enrolled enrolled = DOOR.enrol(person);
        assertThat(Telephone.recoveryCodes(enrolled.reply().body())).hasSize(10);
        assertThat(enrolled.reply().body()).contains("href=\"/chiffres\"");
        assertThat(DOOR.with(enrolled.reply(), "preau").get("/revue").statusCode())
                .isEqualTo(200);
        assertThat(leadsTo(enrolled.half().get("/connexion/code")))
                .as("the step has served")
                .isEqualTo("/connexion");

        Visitor again = DOOR.with(DOOR.password(person), "preau-etape");
        assertThat(again.get("/connexion/code").body())
                .contains("Code à six chiffres")
                .doesNotContain("<svg viewBox=\"0 0 4");
        later(30);
        HttpResponse<String> in = code(again, enrolled.telephone().secret().code(DOOR.now()));
        assertThat(leadsTo(in)).isEqualTo("/chiffres");
        assertThat(DOOR.with(in, "preau").get("/revue").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_replaces_a_factor_with_a_password_alone() {
        Door.Known person = DOOR.known(REVIEWER);
        Door.Enrolled enrolled = DOOR.enrol(person);
        Visitor thief = DOOR.with(DOOR.password(person), "preau-etape");
        HttpResponse<String> tried = thief.post(
                "/connexion/second-facteur",
                Map.of(
                        "draft",
                        enrolled.telephone().draft(),
                        "first",
                        enrolled.telephone().secret().code(DOOR.now())));
        assertThat(tried.statusCode()).isEqualTo(303);
        assertThat(Door.cookie(tried, "preau")).isEmpty();
    }

    @Test
    void a_code_and_a_recovery_code_serve_once_and_a_reset_keeps_the_factor() {
        Door.Known person = DOOR.known(REVIEWER);
        Door.Enrolled enrolled = DOOR.enrol(person);
        String recovery = Telephone.recoveryCodes(enrolled.reply().body()).get(3);
        later(60);
        String good = enrolled.telephone().secret().code(DOOR.now());
        assertThat(code(half(person), good).statusCode()).isEqualTo(303);
        assertThat(code(half(person), good).statusCode()).as("twice").isEqualTo(422);
        assertThat(code(half(person), recovery.toUpperCase(java.util.Locale.ROOT))
                        .statusCode())
                .isEqualTo(303);
        HttpResponse<String> spent = code(half(person), recovery);
        assertThat(spent.statusCode()).isEqualTo(422);
        assertThat(spent.body()).contains("il a déjà servi");

        Secret link = APP.scene().accounts.resetLink(Actor.SYSTEM, person.account());
        HttpResponse<String> chosen = APP.anonymous().post("/lien/" + link.text(), Map.of("password", Door.PASSWORD));
        assertThat(leadsTo(chosen)).isEqualTo("/connexion/code");
        later(60);
        HttpResponse<String> in = code(
                DOOR.with(chosen, "preau-etape"), enrolled.telephone().secret().code(DOOR.now()));
        assertThat(leadsTo(in)).isEqualTo("/compte/avis?retour=%2Fchiffres");
        Visitor owner = DOOR.with(in, "preau");
        assertThat(owner.get("/compte/avis").body())
                .contains("un lien pour choisir un nouveau mot de passe a été créé");
        assertThat(leadsTo(owner.post("/compte/avis", Map.of("retour", "/chiffres"))))
                .isEqualTo("/chiffres");
        assertThat(leadsTo(owner.get("/compte/avis"))).as("told once").isEqualTo("/");
    }

    @Test
    void wrong_codes_slow_down_wherever_they_come_from_and_never_lock() {
        Door.Known person = DOOR.known(REVIEWER);
        Door.Enrolled enrolled = DOOR.enrol(person);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(code(half(person), "000000").statusCode()).isEqualTo(422);
        }
        HttpResponse<String> slowed = code(half(person), "000000");
        assertThat(slowed.statusCode()).isEqualTo(429);
        SecondFactors restarted = new SecondFactors(
                APP.scene().database,
                APP.scene().journal,
                APP.scene().clock,
                fr.preau.access.factor.FactorKey.at(java.nio.file.Path.of("target", "unused.key")));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> restarted.check(person.account(), "000000", "192.0.2.200")))
                .as("a restart forgets nothing, another address changes nothing")
                .hasMessageContaining("too-many");
        long seconds = Long.parseLong(slowed.headers().firstValue("Retry-After").orElseThrow());
        assertThat(seconds).isLessThan(60);
        later(60);
        assertThat(code(half(person), enrolled.telephone().secret().code(DOOR.now()))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void the_step_ends_after_ten_minutes_and_with_the_rights() {
        Door.Known person = DOOR.known(REVIEWER);
        Visitor late = half(person);
        APP.scene().now.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));
        assertThat(leadsTo(late.get("/connexion/code"))).isEqualTo("/connexion");
        Visitor changed = half(person);
        APP.scene().accounts.grant(Actor.SYSTEM, person.account(), new Grant(Role.READER, Scene.ACADEMY));
        assertThat(leadsTo(changed.get("/connexion/code"))).isEqualTo("/connexion");
    }

    @Test
    void others_choose_to_have_one_and_give_it_up() {
        Door.Known person = DOOR.known(new Grant(Role.AGENT, Scene.TOWN));
        Visitor agent = DOOR.with(DOOR.password(person), "preau");
        Telephone telephone =
                Telephone.reading(agent.get("/compte/second-facteur").body());
        Map<String, String> form =
                Map.of("draft", telephone.draft(), "first", telephone.secret().code(DOOR.now()));
        assertThat(agent.post("/compte/second-facteur", with(form, "present", "pas le bon"))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> taken = agent.post("/compte/second-facteur", with(form, "present", Door.PASSWORD));
        assertThat(Telephone.recoveryCodes(taken.body())).hasSize(10);
        assertThat(leadsTo(DOOR.password(person))).startsWith("/connexion/code");
        later(60);
        HttpResponse<String> given = agent.post(
                "/compte/second-facteur/retrait",
                Map.of("code", telephone.secret().code(DOOR.now()), "present", Door.PASSWORD));
        assertThat(given.statusCode()).isEqualTo(303);
        assertThat(leadsTo(DOOR.password(person))).isEqualTo("/chiffres");
    }

    @Test
    void a_role_that_demands_one_can_replace_it_with_a_code_of_the_present_one_and_not_give_it_up() {
        Door.Known person = DOOR.known(REVIEWER);
        Door.Enrolled enrolled = DOOR.enrol(person);
        Visitor reviewer = DOOR.with(enrolled.reply(), "preau");
        List<String> codes = Telephone.recoveryCodes(enrolled.reply().body());
        assertThat(reviewer.post(
                                "/compte/second-facteur/retrait",
                                Map.of("code", codes.get(0), "present", Door.PASSWORD))
                        .statusCode())
                .isEqualTo(409);
        Telephone other =
                Telephone.reading(reviewer.get("/compte/second-facteur").body());
        Map<String, String> form =
                Map.of("draft", other.draft(), "first", other.secret().code(DOOR.now()), "present", Door.PASSWORD);
        assertThat(reviewer.post("/compte/second-facteur", form).statusCode()).isEqualTo(422);
        assertThat(reviewer.post("/compte/second-facteur", with(form, "code", codes.get(1)))
                        .statusCode())
                .isEqualTo(200);
        later(60);
        assertThat(code(half(person), enrolled.telephone().secret().code(DOOR.now()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(code(half(person), other.secret().code(DOOR.now())).statusCode())
                .isEqualTo(303);
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> more = new java.util.HashMap<>(form);
        more.put(field, value);
        return more;
    }

    private static Visitor half(Door.Known person) {
        return DOOR.with(DOOR.password(person), "preau-etape");
    }

    private static HttpResponse<String> code(Visitor half, String code) {
        return half.post("/connexion/code", Map.of("code", code, "retour", "/chiffres"));
    }

    private static void later(long seconds) {
        APP.scene().now.updateAndGet(now -> now.plusSeconds(seconds));
    }
}
