package fr.preau.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « go and see »: draw, take the sheet along, record what was seen, read the agreement. */
class VisitHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static CampaignId campaign;
    private static AuditId audit;
    private static Visitor reviewer;

    @BeforeAll
    static void submit() {
        Scene scene = APP.scene();
        campaign = scene.campaign("Visites", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        audit = scene.audit(campaign, Scene.COLLEGE);
        Principal agent = scene.agent();
        reviewer = APP.signIn(scene.reviewer().account());
        scene.answerAll(agent, audit, Verdict.CONFORME);
        scene.reviews.submit(agent, audit);
    }

    @Test
    void draws_records_and_says_how_often_the_seen_agrees_with_the_declared() throws Exception {
        assertThat(reviewer.get("/revue").body()).contains("/echantillons");
        assertThat(draw("0").statusCode()).isEqualTo(422);
        HttpResponse<String> drawn = draw("5");
        String sample = drawn.headers().firstValue("Location").orElseThrow();
        assertThat(reviewer.get(sample).body())
                .contains("Collège La Passerelle", "Graine", "12345", "pas encore visité");
        String sheet = sample + "/" + audit;
        assertThat(reviewer.get(sheet).body()).contains("name=\"vu.SAU-02\"", "Pas regardé");

        Map<String, String> seen =
                new HashMap<>(Map.of("version", "0", "vu.SAU-02", "NON_CONFORME", "vu.PAT-01", "CONFORME"));
        seen.put("note.SAU-02", "Le disque reste branché.");
        assertThat(reviewer.post(sheet, seen).statusCode()).isEqualTo(303);
        assertThat(reviewer.get(sample).body())
                .contains("50", "Intervalle à 95", "à 91")
                .doesNotContain("pas encore visité");
        assertThat(reviewer.post(sheet, seen).statusCode())
                .as("somebody has recorded meanwhile")
                .isEqualTo(412);
        seen.putAll(Map.of("version", "1", "note.ACC-03", "Rien."));
        assertThat(reviewer.post(sheet, seen).statusCode()).as("a note alone").isEqualTo(422);

        HttpResponse<byte[]> pdf = reviewer.download(sheet + "/fiche.pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        Files.write(Files.createDirectories(Path.of("target/shots")).resolve("visit.pdf"), pdf.body());
        ConformingPdf.conforms(pdf.body());
        ConformingPdf.conforms(
                reviewer.download(sheet + "/fiche.pdf", "Accept-Language", "en").body());
        HttpResponse<byte[]> ods = reviewer.download(sheet + "/fiche.ods");
        assertThat(new String(ods.body(), StandardCharsets.ISO_8859_1)).contains("opendocument.spreadsheet");
        hidden(sample, sheet);
    }

    @Test
    void a_theme_seen_as_it_is_declared_is_one_tick_with_what_differs_below() {
        String sheet = draw("5").headers().firstValue("Location").orElseThrow() + "/" + audit;
        Map<String, String> typed = new HashMap<>(Map.of("version", "0", "comme.SAU", declared("SAU", sheet)));
        typed.putAll(Map.of("vu.SAU-02", "NON_CONFORME", "vu.SAU-03", "PAS_REGARDE", "note.SAU-01", "n".repeat(2001)));
        HttpResponse<String> refused = reviewer.post(sheet, typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .as("nothing that was typed is lost")
                .containsPattern("name=\"comme.SAU\" value=\"[^\"]+\" checked")
                .contains("value=\"NON_CONFORME\" selected", "value=\"PAS_REGARDE\" selected", "n".repeat(2001));
        assertThat(visits(sheet)).isZero();

        typed.put("note.SAU-01", "Copie vérifiée.");
        assertThat(reviewer.post(sheet, typed).statusCode()).isEqualTo(303);
        assertThat(visits(sheet)).as("one entry a save").isEqualTo(1);
        String recorded = reviewer.get(sheet).body();
        int asked = declared("SAU", sheet).split(" ").length;
        assertThat(recorded).contains((asked - 1) + " sur " + asked + " regardées", "Copie vérifiée.");
        assertThat(recorded.substring(recorded.indexOf("id=\"vu.SAU-03\""), recorded.indexOf("id=\"note.SAU-03\"")))
                .as("left out of what the tick takes")
                .doesNotContain("selected");
        typed.putAll(Map.of("version", "1", "comme.SAU", "SAU-01=PEUT-ETRE"));
        typed.remove("note.SAU-01");
        assertThat(reviewer.post(sheet, typed).statusCode())
                .as("a tick that says no answer")
                .isEqualTo(422);
    }

    /** What the tick of a theme sends. */
    private static String declared(String theme, String sheet) {
        Matcher found = Pattern.compile("name=\"comme." + theme + "\" value=\"([^\"]+)\"")
                .matcher(reviewer.get(sheet).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static int visits(String sheet) {
        return APP.postgres()
                .owner()
                .withHandle(owner -> owner.createQuery("SELECT count(*) FROM journal_entry"
                                + " WHERE action = 'sample.visited' AND object = :object")
                        .bind("object", sheet.replace("/echantillons/", "sample/"))
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void a_sheet_is_folded_by_theme_and_opens_where_one_goes_on() {
        String sheet = draw("5").headers().firstValue("Location").orElseThrow() + "/" + audit;
        String body = reviewer.get(sheet).body();
        assertThat(body.split("<details class=\"data\"")).hasSizeGreaterThan(10);
        assertThat(body.split("<details class=\"data\" open")).as("one is open").hasSize(2);
        String faulty = reviewer.post(sheet, Map.of("version", "0", "note.SAU-02", "Seule."))
                .body();
        assertThat(faulty.split("<details class=\"data\" open")).hasSize(2);
        assertThat(faulty.substring(faulty.indexOf("<details class=\"data\" open")))
                .contains("id=\"vu.SAU-02\"")
                .doesNotContain("id=\"vu.GOV-01\"");
    }

    private static void hidden(String sample, String sheet) {
        Visitor elsewhere = APP.signIn(APP.scene().otherReviewer().account());
        for (String path : new String[] {sample, sheet, sheet + "/fiche.pdf", sheet + "/fiche.ods"}) {
            assertThat(elsewhere.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(elsewhere.get("/echantillons").body()).doesNotContain(sample);
    }

    private static HttpResponse<String> draw(String size) {
        return reviewer.post(
                "/echantillons",
                Map.of(
                        "campagne",
                        campaign.toString(),
                        "unite",
                        Scene.ACADEMY.toString(),
                        "strates",
                        "SIZE",
                        "size",
                        size,
                        "seed",
                        "12345"));
    }
}
