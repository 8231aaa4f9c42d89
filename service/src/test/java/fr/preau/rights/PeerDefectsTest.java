package fr.preau.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.UnitId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Defects that others have published, each under its number, tried on the running service: whose thing it is and who
 * acts. The others are {@link PeerDefectsOfDoorsTest}; 6 is {@link OpenRedirectTest}, 8 {@link CanaryTest}, 9
 * {@link AccessMatrixTest}.
 */
class PeerDefectsTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String UNKNOWN = "999999999";

    @Test
    void defect_01_an_id_of_another_unit_is_neither_taken_nor_read_back_from_any_form() {
        Visitor editor = signIn(Role.EDITOR, Scene.TOWN);
        long campaigns = count("SELECT count(*) FROM campaign");
        assertThat(withoutId(editor.post("/campagnes", campaign(Scene.OTHER_TOWN.toString()))))
                .isEqualTo(withoutId(editor.post(
                                "/campagnes",
                                campaign(Scene.OTHER_TOWN.toString().replace("35902", "35999"))))
                        .replace("35999", "35902"))
                .startsWith("422");
        assertThat(count("SELECT count(*) FROM campaign")).isEqualTo(campaigns);
        Visitor administrator = signIn(Role.ADMINISTRATOR, Scene.TOWN);
        for (Map<String, String> form : List.of(
                invitation(Scene.OTHER_TOWN.toString(), Scene.TOWN.toString()),
                invitation(Scene.TOWN.toString(), Scene.OTHER_TOWN.toString()),
                invitation("Cormerel", "Montrelay"))) {
            HttpResponse<String> reply = administrator.post("/personnes/inviter", form);
            assertThat(reply.statusCode()).isIn(404, 422);
            assertThat(reply.body()).doesNotContain("Cormerel (");
        }
        assertThat(count("SELECT count(*) FROM account WHERE email = 'nouvelle@exemple.invalid'"))
                .isZero();
    }

    @Test
    void defect_01_an_answer_to_another_units_audit_is_not_found_and_not_stored() {
        AuditId other = APP.scene().audit(Scene.OTHER_SCHOOL);
        Principal agent = APP.scene().townAgent();
        Visitor program = APP.bearer(agent.account(), Scope.ANSWER);
        HttpResponse<String> theirs = answer(program, other.toString());
        assertThat(withoutId(theirs)).isEqualTo(withoutId(answer(program, UNKNOWN)));
        assertThat(theirs.statusCode()).isEqualTo(404);
        Visitor page = APP.signIn(agent.account());
        assertThat(page.post("/audits/" + other + "/mesures/SAU-02", Map.of("verdict", "CONFORME"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(count("SELECT count(*) FROM answer WHERE audit = " + other)).isZero();
    }

    @Test
    void defect_01_a_list_continued_after_another_units_audit_tells_nothing_of_it() {
        Scene scene = APP.scene();
        Principal far = scene.person("Agent d’Ombreville", Scene.FAR_TOWN, new Grant(Role.AGENT, Scene.FAR_TOWN));
        submit(far, scene.audit(Scene.FAR_SCHOOL), "2026-11-23T10:00:00Z");
        submit(scene.agent(), scene.audit(Scene.THIRD_COLLEGE), "2026-11-23T11:00:00Z");
        Visitor reviewer = APP.signIn(scene.reviewer().account());
        assertThat(reviewer.get("/revue").body()).contains("L’Œuvre-d’Été");
        for (String list : List.of("/revue?apres=", "/etablissements?apres=", "/unites/academie-14?apres=")) {
            String after = list + scene.audit(Scene.FAR_SCHOOL);
            assertThat(withoutId(reviewer.get(after)).replace(after, ""))
                    .as(list)
                    .isEqualTo(withoutId(reviewer.get(list + UNKNOWN)).replace(list + UNKNOWN, ""));
        }
        Visitor program = APP.bearer(scene.reviewer().account(), Scope.READ);
        assertThat(withoutId(program.get("/api/v1/audits?after=" + scene.audit(Scene.FAR_SCHOOL))))
                .isEqualTo(withoutId(program.get("/api/v1/audits?after=" + UNKNOWN)));
    }

    @Test
    void defect_02_whose_things_one_sees_comes_from_the_session_alone() {
        Scene scene = APP.scene();
        Principal mine = scene.townAgent();
        Principal theirs = scene.agent();
        String audit = "/api/v1/audits/" + scene.audit(Scene.COLLEGE);
        assertThat(APP.anonymous().get(audit).statusCode()).isEqualTo(401);
        Visitor program = APP.bearer(mine.account(), Scope.ANSWER);
        for (String claim : List.of("?account=", "?principal=", "?unit=collectivite-800000013&as=", "?user=")) {
            assertThat(program.get(audit + claim + theirs.account()).statusCode())
                    .as(claim)
                    .isEqualTo(404);
        }
        for (String header : List.of("X-Account", "X-User-Id", "X-Forwarded-User", "X-Remote-User", "Remote-User")) {
            assertThat(program.get(audit, header, theirs.account().toString()).statusCode())
                    .as(header)
                    .isEqualTo(404);
        }
        Visitor page = APP.signIn(mine.account());
        String html = "/audits/" + scene.audit(Scene.COLLEGE);
        Visitor both = new Visitor(APP.url(), page.cookie() + "; account=" + theirs.account(), null, page.csrf());
        assertThat(both.get(html).statusCode()).isEqualTo(404);
    }

    @Test
    void defect_03_nobody_gives_a_right_above_their_own_by_any_path() {
        Scene scene = APP.scene();
        Principal administrator =
                scene.person("Administratrice locale", Scene.TOWN, new Grant(Role.ADMINISTRATOR, Scene.TOWN));
        Visitor visitor = APP.signIn(administrator.account());
        AccountId below = scene.townAgent().account();
        long before = count("SELECT count(*) FROM access_grant");
        for (String unit :
                List.of("nation", "academie-14", "departement-35", "collectivite-35902", "collectivite-800000013")) {
            for (Role role : Role.values()) {
                Map<String, String> grant = Map.of("role", role.name(), "unit", unit);
                for (AccountId whom : List.of(administrator.account(), below)) {
                    HttpResponse<String> reply = visitor.post("/personnes/" + whom + "/droits", grant);
                    assertThat(reply.statusCode()).as(role + " on " + unit).isIn(404, 422);
                }
            }
            assertThat(visitor.post("/personnes/inviter", invitation("collectivite-35901", unit))
                            .statusCode())
                    .isIn(404, 422);
        }
        assertThat(count("SELECT count(*) FROM access_grant")).isEqualTo(before);
    }

    @Test
    void defect_03_nobody_takes_over_an_account_whose_rights_are_above_their_own() {
        Scene scene = APP.scene();
        Visitor visitor = signIn(Role.ADMINISTRATOR, Scene.TOWN);
        AccountId above = scene.person(
                        "Élue des deux côtés",
                        Scene.TOWN,
                        new Grant(Role.AGENT, Scene.TOWN),
                        new Grant(Role.READER, Scene.ACADEMY))
                .account();
        assertThat(visitor.post("/personnes/" + above + "/lien", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/personnes/" + above + "/fermeture", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(count("SELECT count(*) FROM one_time_link WHERE account = " + above))
                .isZero();
    }

    @Test
    void defect_04_who_acts_is_who_is_signed_in_whatever_the_body_says() {
        Scene scene = APP.scene();
        Principal agent = scene.agent();
        String other = scene.townAgent().account().toString();
        AuditId audit = scene.audit(Scene.COLLEGE);
        Visitor program = APP.bearer(agent.account(), Scope.ANSWER);
        for (String claim : List.of("author", "account", "actor", "party", "answeredBy", "submittedBy")) {
            String body = "{\"verdict\":\"CONFORME\",\"" + claim + "\":" + other + "}";
            assertThat(program.json("PUT", "/api/v1/audits/" + audit + "/answers/SAU-02", body, "If-Match", "\"0\"")
                            .statusCode())
                    .as(claim)
                    .isEqualTo(400);
        }
        Map<String, String> form =
                Map.of("verdict", "CONFORME", "version", "0", "author", other, "account", other, "party", "ETAT");
        assertThat(APP.signIn(agent.account())
                        .post("/audits/" + audit + "/mesures/SAU-02", form)
                        .statusCode())
                .isEqualTo(303);
        assertThat(count("SELECT account FROM journal_entry WHERE object = 'audit/" + audit + "/SAU-02'"))
                .isEqualTo(agent.account().value());
    }

    private static int people;

    private static Visitor signIn(Role role, UnitId unit) {
        return APP.signIn(APP.scene()
                .person("Personne " + (++people), unit, new Grant(role, unit))
                .account());
    }

    private static HttpResponse<String> answer(Visitor program, String audit) {
        String path = "/api/v1/audits/" + audit + "/answers/SAU-02";
        return program.json("PUT", path, "{\"verdict\":\"CONFORME\"}", "If-Match", "\"0\"");
    }

    private static void submit(Principal by, AuditId audit, String at) {
        APP.scene().answerAll(by, audit, Verdict.CONFORME);
        APP.scene().at(at);
        APP.scene().reviews.submit(by, audit);
    }

    private static Map<String, String> campaign(String unit) {
        return Map.of(
                "name", "Essai", "unit", unit, "opensOn", "2026-12-01", "closesOn", "2026-12-31", "level.ECOLE", "1");
    }

    private static Map<String, String> invitation(String employer, String unit) {
        return Map.of(
                "email",
                "nouvelle@exemple.invalid",
                "name",
                "Nouvelle",
                "employer",
                employer,
                "role",
                "AGENT",
                "unit",
                unit);
    }

    private static long count(String sql) {
        return APP.postgres()
                .owner()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /** Status and body, without what tells two requests apart. */
    private static String withoutId(HttpResponse<String> reply) {
        String id = reply.headers().firstValue("X-Request-Id").orElse("-");
        return reply.statusCode() + " " + reply.body().replace(id, "");
    }
}
