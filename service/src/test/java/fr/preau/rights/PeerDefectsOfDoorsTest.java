package fr.preau.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.access.Secret;
import fr.preau.audit.NewAnswer;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Defects that others have published, each under its number: what comes in by the doors, and what goes out. */
class PeerDefectsOfDoorsTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String PASSWORD = "trois mots et un quatrième";
    private static final LocalDate OPENS = LocalDate.of(2026, 11, 2);
    private static final LocalDate CLOSES = LocalDate.of(2027, 1, 29);
    private static int number;

    @Test
    void defect_05_a_body_too_deep_too_long_or_too_large_is_refused_and_each_says_why() {
        Visitor program = APP.bearer(APP.scene().agent().account(), Scope.ANSWER);
        String path = "/api/v1/audits/" + APP.scene().audit(Scene.COLLEGE) + "/answers/SAU-02";
        assertThat(put(program, path, "{\"a\":".repeat(17) + "1" + "}".repeat(17)))
                .contains("400", "16 niveaux");
        assertThat(put(program, path, "[".repeat(30_000))).contains("400");
        assertThat(put(program, path, "{\"" + "n".repeat(5_000) + "\":1}")).contains("400", "trop long");
        assertThat(put(program, path, "{\"verdict\":\"PARTIEL\",\"comment\":\"" + "a".repeat(70_000) + "\"}"))
                .contains("413", "dépasse la taille");
        assertThat(put(program, path, "{\"verdict\":\"PARTIEL\",\"comment\":\"" + "a".repeat(4_001) + "\"}"))
                .contains("422", "4\u202f000");
    }

    @Test
    void defect_05_a_list_longer_than_any_checklist_is_refused_and_says_why() {
        Visitor program = APP.bearer(APP.scene().reviewer().account(), Scope.REVIEW);
        String reasons = IntStream.range(0, 501)
                .mapToObj(i -> "\"ZZ%c-%02d\":\"x\"".formatted((char) (65 + i / 100), i % 100))
                .collect(Collectors.joining(","));
        HttpResponse<String> reply = program.json(
                "POST",
                "/api/v1/audits/" + APP.scene().audit(Scene.COLLEGE) + "/review",
                "{\"decision\":\"SEND_BACK\",\"reasons\":{" + reasons + "}}");
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("500 mesures au plus");
    }

    @Test
    void defect_05_a_page_of_a_list_has_one_size_whatever_is_asked() {
        Visitor program = APP.bearer(APP.scene().reviewer().account(), Scope.READ);
        HttpResponse<String> plain = program.get("/api/v1/audits");
        for (String more : List.of("limit=100000", "size=100000", "per_page=100000", "page=-1", "count=1e9")) {
            assertThat(program.get("/api/v1/audits?" + more).body()).isEqualTo(plain.body());
        }
        String many = "campaign=" + APP.scene().campaign;
        assertThat(program.get("/api/v1/audits?" + (many + "&").repeat(150) + many)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void defect_07_changing_resetting_closing_or_losing_a_right_ends_sessions_and_tokens() {
        ends(account -> {
            Visitor self = APP.signIn(account);
            assertThat(self.post("/compte/mot-de-passe", Map.of("present", PASSWORD, "password", PASSWORD + " !"))
                            .statusCode())
                    .isEqualTo(303);
        });
        ends(account -> {
            Secret link = APP.scene().accounts.resetLink(Actor.SYSTEM, account);
            assertThat(APP.anonymous()
                            .post("/lien/" + link.text(), Map.of("password", PASSWORD))
                            .statusCode())
                    .isEqualTo(303);
        });
        Visitor administrator = APP.signIn(APP.scene().administrator().account());
        ends(account -> assertThat(administrator
                        .post("/personnes/" + account + "/fermeture", Map.of())
                        .statusCode())
                .isEqualTo(303));
        ends(account -> assertThat(administrator
                        .post(
                                "/personnes/" + account + "/droits/retrait",
                                Map.of("role", "AGENT", "unit", Scene.TOWN.toString()))
                        .statusCode())
                .isEqualTo(303));
    }

    @Test
    void defect_11_an_account_without_any_right_gets_none() {
        Scene scene = APP.scene();
        Visitor stranger =
                APP.signIn(scene.person("Sans aucun droit", Scene.TOWN).account());
        for (String page : List.of(
                "/personnes",
                "/personnes/inviter",
                "/campagnes/nouvelle",
                "/revue",
                "/audits/" + scene.audit(Scene.SCHOOL),
                "/unites/nation",
                "/unites/collectivite-35901",
                "/campagnes/" + scene.campaign)) {
            assertThat(stranger.get(page).statusCode()).as(page).isEqualTo(404);
        }
        assertThat(stranger.get("/etablissements").body()).doesNotContain("Grand-Pré");
        assertThat(stranger.post("/lien/" + Secret.random().text(), Map.of("password", PASSWORD))
                        .statusCode())
                .as("the first administrator's link is no longer given")
                .isEqualTo(404);
        assertThat(APP.services().access().accounts().firstLink()).isEmpty();
    }

    @Test
    void defect_17_the_name_of_a_file_is_letters_digits_and_hyphens_whatever_the_campaign_is_called() {
        Scene scene = APP.scene();
        for (String name :
                List.of("\"; filename=\"x.exe\"; a='../../etc/passwd\\%0d%0aX-Injected: 1 é😀 <b>", "😀".repeat(40))) {
            CampaignId campaign = scene.campaigns.create(
                    Actor.SYSTEM,
                    new NewCampaign(name, UnitId.NATION, OPENS, CLOSES, false, NewCampaign.defaultLevels()));
            scene.openings.open(Actor.OPERATOR, campaign);
            HttpResponse<byte[]> pdf = APP.signIn(scene.agent().account())
                    .download("/audits/" + scene.audit(campaign, Scene.COLLEGE) + "/rapport.pdf");
            assertThat(pdf.statusCode()).isEqualTo(200);
            assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow())
                    .matches("attachment; filename=\"preau-[0-9A-Z]{8}(-[A-Za-z0-9-]+)?\\.pdf\"")
                    .hasSizeLessThan(200);
            assertThat(pdf.headers().firstValue("X-Injected")).isEmpty();
        }
        Map<String, String> split = Map.of("name", "a\r\nX-Injected: 1", "unit", "nation");
        assertThat(APP.signIn(scene.administrator().account())
                        .post("/campagnes", split)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void defect_19_replies_are_closed_and_hold_no_secret() throws IOException {
        JsonNode schemas = new ObjectMapper()
                .readTree(Path.of("src/main/resources/api/openapi.json").toFile())
                .at("/components/schemas");
        schemas.properties().forEach(schema -> {
            if (schema.getValue().has("properties")) {
                assertThat(schema.getValue().path("additionalProperties").asBoolean(true))
                        .as(schema.getKey() + " is open")
                        .isFalse();
                schema.getValue()
                        .get("properties")
                        .fieldNames()
                        .forEachRemaining(field -> assertThat(field)
                                .doesNotContainIgnoringCase("password")
                                .doesNotContainIgnoringCase("secret")
                                .doesNotContainIgnoringCase("hash"));
            }
        });
        AccountId known = known();
        APP.scene()
                .answers
                .save(
                        APP.scene().principal(known),
                        APP.scene().audit(Scene.SCHOOL),
                        Scene.control("SAU-02"),
                        0,
                        new NewAnswer(Verdict.CONFORME, null));
        Visitor administrator = APP.signIn(APP.scene().administrator().account());
        Visitor self = APP.signIn(known);
        String audit = "/audits/" + APP.scene().audit(Scene.SCHOOL);
        for (HttpResponse<String> reply : List.of(
                administrator.get("/personnes"),
                administrator.get("/personnes/" + known),
                self.get("/compte"),
                self.get(audit + "/historique"),
                APP.bearer(known, Scope.READ).get("/api/v1" + audit))) {
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.body())
                    .doesNotContain("argon2", "password_hash", "passwordHash", "digest")
                    .doesNotContain(self.cookie().substring("preau=".length()));
        }
    }

    private static void ends(Consumer<AccountId> change) {
        AccountId account = known();
        Visitor page = APP.signIn(account);
        Visitor program = APP.bearer(account, Scope.READ);
        assertThat(page.get("/compte").statusCode()).isEqualTo(200);
        assertThat(program.get("/api/v1/campaigns").statusCode()).isEqualTo(200);
        change.accept(account);
        assertThat(page.get("/compte").statusCode()).isEqualTo(303);
        assertThat(program.get("/api/v1/campaigns").statusCode()).isEqualTo(401);
    }

    /** Somebody with a password. */
    private static AccountId known() {
        String email = "connue" + (++number) + "@exemple.invalid";
        Secret link = APP.scene()
                .accounts
                .invite(Actor.SYSTEM, new NewPerson(email, "Connue", Scene.TOWN), new Grant(Role.AGENT, Scene.TOWN));
        return APP.scene().accounts.choosePassword(link, PASSWORD);
    }

    private static String put(Visitor program, String path, String body) {
        HttpResponse<String> reply = program.json("PUT", path, body, "If-Match", "\"0\"");
        return reply.statusCode() + " " + reply.body();
    }
}
