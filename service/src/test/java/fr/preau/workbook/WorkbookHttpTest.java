package fr.preau.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Workbooks over HTTP: the pages, the file that is handed out, the one that comes back, and what is refused. */
class WorkbookHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static Principal person;
    private static Visitor agent;
    private static String campaign;

    @BeforeAll
    static void people() {
        person = APP.scene().agent();
        agent = APP.signIn(person.account());
        campaign = APP.scene().campaign.toString();
    }

    @Test
    void goes_out_comes_back_is_chosen_and_applied() throws Exception {
        assertThat(agent.get("/etablissements").body()).contains("/classeurs?campagne=" + campaign);
        assertThat(agent.get("/classeurs").body())
                .contains("3 établissements.", "3 sont ouverts à la saisie.", "Télécharger le classeur de 3")
                .contains("multipart/form-data");
        assertThat(agent.get("/classeurs?commune=35901").body()).contains("1 établissement.");
        byte[] file = exported(Map.of("campagne", campaign, "format", "XLSX", "forme", "WHOLE"));
        Edited edited = Edited.of(file)
                .set(Scene.COLLEGE.value(), "SAU-01", "Conforme", "Vérifié <script>")
                .set(Scene.SECOND_COLLEGE.value(), "SAU-01", "Peut-être", "");
        APP.scene()
                .answers
                .save(
                        APP.scene().agent(),
                        APP.scene().audit(Scene.THIRD_COLLEGE),
                        Scene.control("SAU-01"),
                        0,
                        new NewAnswer(Verdict.PARTIEL, "Entre-temps"));
        edited.set(Scene.THIRD_COLLEGE.value(), "SAU-01", "Conforme", "");
        HttpResponse<String> read = upload("été «1».xlsx", edited.save(Format.XLSX));
        assertThat(read.statusCode()).as(read.body()).isEqualTo(303);
        String report = read.headers().firstValue("Location").orElseThrow();
        assertThat(agent.get(report).body())
                .contains("été «1».xlsx", "Enregistrer 1 réponse", "Entre-temps", "Peut-être", "Réponse inconnue")
                .contains("Vérifié &lt;script&gt;");
        String stale = agent.get(report + "?constat=STALE").body();
        assertThat(stale).contains("Enregistrer la mienne à la place").doesNotContain("Peut-être");
        String number = stale.replaceAll("(?s).*name=\"montree\" value=\"(\\d+)\".*", "$1");
        HttpResponse<String> chosen = agent.post(
                report + "/choix", Map.of("montree", number, "ligne", number, "retour", "constat=STALE&apres=0"));
        assertThat(chosen.headers().firstValue("Location").orElseThrow())
                .endsWith("?fait=1&constat=STALE&apres=0#lignes");
        assertThat(agent.get(report + "?fait=1").body()).contains("Choix gardé\u00a0: 2 réponses seront");
        HttpResponse<String> applied = agent.post(report + "/application", Map.of());
        String job = applied.headers().firstValue("Location").orElseThrow();
        assertThat(job).startsWith("/travaux/");
        for (int i = 0; i < 100 && !agent.get(job).body().contains("Voir le résultat"); i++) {
            Thread.sleep(100);
        }
        assertThat(agent.get(job).body()).contains("2 réponses enregistrées, aucune laissée.", report);
        assertThat(agent.get(report).body()).contains("Ce qui a été enregistré");
        assertThat(agent.post(report + "/application", Map.of()).statusCode()).isEqualTo(409);
        assertThat(agent.get("/audits/" + APP.scene().audit(Scene.COLLEGE) + "/mesures/SAU-01")
                        .body())
                .contains("Vérifié &lt;script&gt;", "Réponse rapportée d’un classeur");
        Visitor colleague = APP.signIn(APP.scene().agent().account());
        assertThat(colleague.get(report).statusCode()).isEqualTo(404);
        assertThat(colleague.post(report + "/application", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(colleague.post(report + "/choix", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void refuses_in_words_what_is_no_workbook_and_what_is_too_large() {
        HttpResponse<String> text = upload("a.ods", "pas un classeur".getBytes());
        assertThat(text.statusCode()).isEqualTo(422);
        assertThat(text.body()).contains("ne se lit pas comme un classeur");
        assertThat(agent.post("/classeurs/lectures", Map.of()).statusCode()).isEqualTo(400);
        assertThat(upload("", new byte[0]).body()).contains("Choisissez un fichier");
        HttpResponse<String> large = upload("a.ods", new byte[21 * 1024 * 1024]);
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("Ce fichier dépasse 20");
        assertThat(agent.upload("/travaux/1/arret", Map.of(), "fichier", "a", new byte[100_000])
                        .statusCode())
                .as("no endpoint but one takes a file")
                .isEqualTo(415);
        Visitor forged = new Visitor(agent.base(), agent.cookie(), null, "forged");
        assertThat(forged.upload("/classeurs/lectures?campagne=" + campaign, Map.of(), "fichier", "a", new byte[10])
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void hands_out_nothing_of_a_campaign_or_a_label_that_is_not_ones_own() {
        Visitor reviewer = APP.signIn(APP.scene().reviewer().account());
        assertThat(reviewer.get("/classeurs").statusCode()).isEqualTo(404);
        Map<String, String> elsewhere = Map.of("campagne", "999999", "format", "ODS", "forme", "WHOLE");
        assertThat(agent.post("/classeurs/export", elsewhere).statusCode()).isEqualTo(404);
        assertThat(agent.get("/classeurs?campagne=999999").statusCode()).isEqualTo(404);
        assertThat(agent.get("/classeurs?etiquette=7777").body()).contains("Aucun établissement.");
        HttpResponse<String> empty = agent.post(
                "/classeurs/export",
                Map.of("campagne", campaign, "commune", "99999", "format", "ODS", "forme", "WHOLE"));
        assertThat(empty.statusCode()).isEqualTo(422);
    }

    private static byte[] exported(Map<String, String> form) {
        String body = "csrf=" + agent.csrf() + "&campagne=" + form.get("campagne") + "&format=" + form.get("format")
                + "&forme=" + form.get("forme");
        HttpResponse<byte[]> file = agent.bytes(
                "POST",
                "/classeurs/export",
                body,
                "Origin",
                agent.base(),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"preau-2026-2027-3-etablissements.xlsx\"");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        return file.body();
    }

    private static HttpResponse<String> upload(String name, byte[] content) {
        return agent.upload("/classeurs/lectures?campagne=" + campaign, Map.of(), "fichier", name, content);
    }
}
