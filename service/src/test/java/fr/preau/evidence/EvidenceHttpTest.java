package fr.preau.evidence;

import static fr.preau.evidence.SampleFile.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.audit.Piece;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Uai;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « a file is attached, read and removed », through the pages' forms and the API. */
class EvidenceHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final ControlCode BACKUP = Scene.control("SAU-02");
    private static Principal agent;
    private static Visitor page;

    @BeforeAll
    static void sign_in() {
        agent = APP.scene().agent();
        page = APP.signIn(agent.account());
    }

    @Test
    void attaches_hands_over_and_removes_a_file() {
        String home = home(Scene.COLLEGE, "SAU-02");
        byte[] content = pdf("% procédure");
        HttpResponse<String> reply = Upload.by(page).to(home, content, "Procédure d'été.pdf");
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(page.get(location(reply)).body())
                .contains("Pièce jointe.", "Procédure d’été.pdf", "PDF · 1\u00a0ko", agent.name());
        String path = home + "/" + only(Scene.COLLEGE, "SAU-02").id();
        assertThat(page.get(path.replaceAll("/pieces.*", "")).body()).contains("href=\"" + path + "\"");
        HttpResponse<byte[]> file = page.download(path);
        assertThat(file.body()).isEqualTo(content);
        assertThat(header(file, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "Content-Security-Policy"))
                .startsWith("sandbox;")
                .doesNotContain("'self'");
        assertThat(header(file, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"Procedure d_ete.pdf\";"
                        + " filename*=UTF-8''Proc%C3%A9dure%20d%E2%80%99%C3%A9t%C3%A9.pdf");
        assertThat(page.post(path + "/retrait", Map.of()).statusCode()).isEqualTo(303);
        assertThat(page.download(path).statusCode()).isEqualTo(404);
    }

    @Test
    void says_what_to_do_about_a_file_that_is_refused() {
        String home = home(Scene.COLLEGE, "SAU-01");
        HttpResponse<String> large = Upload.by(page).to(home, new byte[Spool.MOST + 1], "grand.pdf");
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body())
                .contains("Le fichier dépasse 10\u00a0Mo. Joignez un extrait, ou dites où le document se consulte.");
        assertThat(Upload.by(page).to(home, "<svg/>".getBytes(), "dessin.svg").body())
                .contains("Ce n’est ni un PDF, ni une image");
        assertThat(Upload.by(page).to(home, new byte[0], "").body()).contains("Aucun fichier choisi");
        assertThat(pieces(Scene.COLLEGE, "SAU-01")).isEmpty();
    }

    @Test
    void refuses_a_form_of_another_site_and_one_that_breaks_off() {
        String home = home(Scene.COLLEGE, "SAU-03");
        assertThat(new Upload(page, page.csrf(), "https://ailleurs.invalid")
                        .to(home, pdf(), "a.pdf")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Upload(page, "", page.base()).to(home, pdf(), "a.pdf").statusCode())
                .isEqualTo(403);
        byte[] whole = Upload.by(page).body(pdf(), "a.pdf");
        assertThat(Upload.by(page)
                        .send(home, Arrays.copyOf(whole, whole.length - 30))
                        .statusCode())
                .isEqualTo(400);
        assertThat(page.send("POST", home, "multipart/form-data", "x", "Origin", page.base())
                        .statusCode())
                .isIn(400, 403);
        assertThat(pieces(Scene.COLLEGE, "SAU-03")).isEmpty();
    }

    @Test
    void takes_large_bodies_here_and_nowhere_else() {
        HttpResponse<String> elsewhere =
                Upload.by(page).to(home(Scene.COLLEGE, "SAU-02").replace("/pieces", ""), new byte[100_000], "a.pdf");
        assertThat(elsewhere.statusCode()).isIn(413, 415);
    }

    @Test
    void shows_a_link_with_where_it_leads_and_never_a_password() {
        String home = home(Scene.SECOND_COLLEGE, "SAU-02");
        Map<String, String> form =
                Map.of("kind", "LINK", "url", "https://docs.exemple.invalid/a?b=c", "title", "=HYPERLINK(1)");
        assertThat(page.post(home, form).statusCode()).isEqualTo(303);
        assertThat(page.get(home).body())
                .contains(
                        "href=\"https://docs.exemple.invalid/a?b=c\" rel=\"noopener noreferrer\"",
                        "vers docs.exemple.invalid");
        for (String wrong : List.of(
                "http://docs.exemple.invalid",
                "javascript:alert(1)",
                "https://moi:secret@docs.exemple.invalid",
                "https:///x",
                "https://a b",
                "//docs.exemple.invalid",
                "https://x/" + "a".repeat(2_000))) {
            assertThat(page.post(home, Map.of("kind", "LINK", "url", wrong)).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(pieces(Scene.SECOND_COLLEGE, "SAU-02")).hasSize(1);
    }

    @Test
    void asks_where_and_when_a_document_was_seen_that_must_not_be_attached() {
        String home = home(Scene.COLLEGE, "PAT-03");
        assertThat(page.get(home.replace("/pieces", "")).body())
                .contains("il ne se joint pas. Dites où et quand il a été vu")
                .doesNotContain("type=\"file\"");
        assertThat(Upload.by(page).to(home, pdf(), "plan.pdf").statusCode()).isEqualTo(422);
        Map<String, String> seen = Map.of(
                "kind",
                "CONSULTATION",
                "place",
                "Coffre de la DSI",
                "seenOn",
                "2026-11-20",
                "seenBy",
                "Responsable réseau");
        Map<String, String> tomorrow = new java.util.HashMap<>(seen);
        tomorrow.put("seenOn", "2026-11-24");
        assertThat(page.post(home, tomorrow).body()).contains("Ce jour n’est pas possible");
        assertThat(page.post(home, seen).statusCode()).isEqualTo(303);
        assertThat(page.get(home).body())
                .contains("Vu sur place\u00a0: Coffre de la DSI, le 20\u00a0novembre 2026", "par Responsable réseau");
    }

    @Test
    void defect_18_hands_a_file_to_nobody_who_does_not_see_its_answer() {
        APP.services().evidence().attach(agent, audit(Scene.THIRD_COLLEGE), BACKUP, SampleFile.piece(pdf(), "a.pdf"));
        String path = home(Scene.THIRD_COLLEGE, "SAU-02") + "/"
                + only(Scene.THIRD_COLLEGE, "SAU-02").id();
        for (Principal other : List.of(
                APP.scene().townAgent(),
                APP.scene().head(),
                APP.scene().reviewer(),
                APP.scene().nationalReader(),
                APP.scene().administrator())) {
            Visitor visitor = APP.signIn(other.account());
            assertThat(visitor.get(path).statusCode()).as(other.name()).isEqualTo(404);
            assertThat(visitor.post(path + "/retrait", Map.of()).statusCode())
                    .as(other.name())
                    .isEqualTo(404);
        }
        assertThat(APP.anonymous().get(path).statusCode()).isEqualTo(303);
        assertThat(page.get(path.replace("SAU-02", "SAU-01")).statusCode()).isEqualTo(404);
    }

    @Test
    void defect_17_keeps_no_name_that_could_end_a_header() {
        Visitor program = APP.bearer(agent.account(), Scope.ANSWER);
        String api = "/api/v1/audits/" + audit(Scene.SECOND_COLLEGE) + "/answers/ACC-03/evidence";
        String name = "..%2F..%2F%22%0D%0ASet-Cookie%3A%20a%3Db%0D%0A%E2%80%AE%F0%9F%98%80" + "x".repeat(300) + ".pdf";
        HttpResponse<byte[]> made = program.bytes(
                "POST",
                api + "?name=" + name,
                new String(pdf(), java.nio.charset.StandardCharsets.ISO_8859_1),
                "Content-Type",
                "application/octet-stream");
        assertThat(made.statusCode()).isEqualTo(200);
        String id = new String(made.body()).replaceAll("\\D", "");
        HttpResponse<String> file = program.get(api + "/" + id);
        assertThat(file.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .matches(
                        "attachment; filename=\"[A-Za-z0-9 -]{1,120}\\.pdf\"; filename\\*=UTF-8''[A-Za-z0-9%-]+\\.pdf");
    }

    @Test
    void defect_10_copies_by_the_api_only_what_is_seen_and_only_where_one_answers() {
        var piece = APP.services()
                .evidence()
                .attach(agent, audit(Scene.THIRD_COLLEGE), BACKUP, SampleFile.piece(pdf("% source"), "source.pdf"));
        String copy = "{\"kind\":\"COPY\",\"audit\":" + audit(Scene.THIRD_COLLEGE)
                + ",\"control\":\"SAU-02\",\"piece\":" + piece + "}";
        String mine = "/api/v1/audits/" + audit(Scene.SECOND_COLLEGE) + "/answers/SAU-03/evidence";
        Visitor town = APP.bearer(APP.scene().townAgent().account(), Scope.ANSWER);
        String theirs = "/api/v1/audits/" + audit(Scene.SCHOOL) + "/answers/SAU-03/evidence";
        assertThat(town.json("POST", theirs, copy).statusCode())
                .as("not seen at the source")
                .isEqualTo(404);
        Visitor program = APP.bearer(agent.account(), Scope.ANSWER);
        assertThat(program.json("POST", theirs, copy).statusCode())
                .as("no right at the target")
                .isEqualTo(404);
        assertThat(program.json("POST", mine, copy.replace("SAU-02", "SAU-01")).statusCode())
                .as("not a piece of that answer")
                .isEqualTo(404);
        assertThat(APP.bearer(agent.account(), Scope.READ)
                        .json("POST", mine, copy)
                        .statusCode())
                .isEqualTo(403);
        assertThat(program.json("POST", mine, copy).statusCode()).isEqualTo(200);
        assertThat(pieces(Scene.SECOND_COLLEGE, "SAU-03"))
                .extracting(Piece::title)
                .containsExactly("source.pdf");
    }

    @Test
    void leaves_evidence_out_of_the_audits_report_which_is_amber() {
        APP.services()
                .evidence()
                .attach(
                        agent,
                        audit(Scene.COLLEGE),
                        Scene.control("ACC-03"),
                        SampleFile.piece(pdf(), "preuve-unique.pdf"));
        byte[] report = page.download("/audits/" + audit(Scene.COLLEGE) + "/rapport.pdf")
                .body();
        assertThat(fr.preau.rights.PdfWords.of(report)).contains("TLP:AMBER").doesNotContain("preuve-unique");
    }

    private static String home(Uai school, String control) {
        return "/audits/" + audit(school) + "/mesures/" + control + "/pieces";
    }

    private static AuditId audit(Uai school) {
        return APP.scene().audit(school);
    }

    private static List<Piece> pieces(Uai school, String control) {
        return APP.scene()
                .audits
                .control(agent, audit(school), Scene.control(control))
                .pieces();
    }

    private static Piece only(Uai school, String control) {
        return pieces(school, control).get(0);
    }

    private static String location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElseThrow();
    }

    private static String header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }
}
