package fr.preau.report;

import static fr.preau.deliverable.ConformingPdf.conforms;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.web.Browser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The use case « show the report of my collectivity », over HTTP and by each kind of reader. */
class UnitReportTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Path SHOTS = Path.of(System.getProperty("preau.shots", "target/shots"));
    private static final String PDF = "/unites/" + Scene.VALLEYS + "/rapport.pdf?campagne=";
    private static final String HTML = "/unites/" + Scene.VALLEYS + "/rapport.html?campagne=";
    private static final boolean LONG = Boolean.getBoolean("preau.long");
    private static final String HOSTILE = "=1+1 </p></th><script>alert(1)</script><img src=\"file:///etc/passwd\"/>"
            + " {{7*7}} ${7*7} <style>@font-face{src:url(http://127.0.0.1:9/)}</style> &amp; \u0007";

    private static Scene scene;
    private static CampaignId before;
    private static CampaignId campaign;
    private static Principal agent;
    private static byte[] paper;

    @TempDir
    Path folder;

    @BeforeAll
    static void stage() throws IOException {
        scene = APP.scene();
        before = scene.campaign("2025–2026", LocalDate.of(2025, 11, 3), LocalDate.of(2026, 12, 31));
        campaign = scene.campaign("2026–2027, suite", LocalDate.of(2026, 11, 9), LocalDate.of(2027, 1, 29));
        agent = scene.agent();
        render(before, Scene.COLLEGE, Verdict.NON_CONFORME);
        render(before, Scene.SECOND_COLLEGE, Verdict.NON_CONFORME);
        render(campaign, Scene.COLLEGE, Verdict.NON_CONFORME);
        render(campaign, Scene.SECOND_COLLEGE, Verdict.CONFORME);
        scene.reviews.validate(scene.reviewer(), scene.audit(campaign, Scene.SECOND_COLLEGE));
        paper = get(agent, PDF + campaign).body();
        Files.createDirectories(SHOTS);
        Files.write(SHOTS.resolve("unit-report.pdf"), paper);
    }

    @Test
    void is_a_document_that_screen_readers_read_and_archives_keep_with_its_data_inside() throws Exception {
        conforms(paper);
        try (PDDocument document = Loader.loadPDF(paper)) {
            Map<String, PDComplexFileSpecification> files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(new TreeSet<>(files.keySet()))
                    .containsExactly(
                            "chiffres-apres-revue.csv",
                            "chiffres.csv",
                            "etablissements.csv",
                            "evolution.csv",
                            "mesures.csv",
                            "types.csv");
            byte[] schools = files.get("etablissements.csv").getEmbeddedFile().toByteArray();
            assertThat(new String(schools, StandardCharsets.UTF_8))
                    .contains("Collège La Passerelle;Montrelay;COLLEGE;SUBMITTED;1.0;0.0");
        }
    }

    @Test
    void says_where_the_audits_stand_before_what_they_are_worth() throws IOException {
        String text = text(paper);
        assertThat(text)
                .containsSubsequence("Département des Trois-Vallées", "2 rendus sur 3 attendus", "1 non validé", "50 %")
                .contains("Demandé par " + agent.name() + " (Département des Trois-Vallées), le 23 novembre 2026")
                .contains("2 audits sont rendus sur 3 attendus", "1 audit rendu n’est pas encore validé")
                .contains("Conformité après revue", "Données fictives", "TLP:AMBER")
                .contains("À regarder d’abord par la collectivité", "À regarder d’abord par l’État")
                .contains("Collège L’Œuvre-d’Été", "Comment lire ces chiffres");
    }

    @Test
    void compares_the_same_schools_with_the_campaign_before() throws IOException {
        String trend = part(text(paper), "2 établissements ont rendu", "Les établissements");
        assertThat(trend).containsSubsequence("2025–2026", "0 %", "0 %", "2026–2027, suite", "50 %", "50 %");
    }

    @Test
    void compares_with_no_reference_figure_of_too_few() throws IOException {
        String reference = part(text(paper), "les mêmes pour tous", "Ce qui n’est presque jamais tenu");
        assertThat(reference).contains("trop peu d’audits sont rendus ailleurs").doesNotContain("Collège");
    }

    @Test
    void is_one_file_that_a_browser_reads_without_barrier() throws IOException {
        Path file = Files.write(
                folder.resolve("report.html"), get(agent, HTML + campaign).body());
        var page = BROWSER.page();
        page.onRequest(request -> assertThat(request.url()).matches("(data|file):.*"));
        page.navigate(file.toUri().toString());
        Browser.assertAccessible(page);
        Browser.shot(page, "unit-report-screen", 320);
        Browser.shot(page, "unit-report-screen", 1440);
    }

    @Test
    void is_linked_from_the_figures_of_the_collectivity_and_journalled() {
        Visitor visitor = APP.signIn(scene.agent().account());
        assertThat(visitor.get("/unites/" + Scene.VALLEYS + "?campagne=" + campaign)
                        .body())
                .contains("href=\"" + PDF + campaign + "\"", "href=\"" + HTML + campaign + "\"");
        Principal reviewer = scene.reviewer();
        get(reviewer, PDF + campaign);
        get(reviewer, HTML + campaign);
        assertThat(journalled(reviewer)).isEqualTo(2);
    }

    @Test
    void is_not_found_where_one_sees_no_school_by_name() {
        for (Principal stranger : new Principal[] {
            scene.townAgent(), scene.otherReviewer(), scene.nationalReader(), scene.administrator(), scene.head()
        }) {
            assertThat(get(stranger, PDF + campaign).statusCode()).isEqualTo(404);
            assertThat(get(stranger, HTML + campaign).statusCode()).isEqualTo(404);
            assertThat(journalled(stranger)).isZero();
        }
        assertThat(get(agent, PDF + "999999").statusCode()).isEqualTo(404);
        assertThat(get(agent, "/unites/departement-35/rapport.pdf").statusCode())
                .isEqualTo(404);
        Visitor ministry = APP.signIn(scene.nationalReader().account());
        assertThat(ministry.get("/unites/" + Scene.VALLEYS).body()).doesNotContain("rapport.pdf");
    }

    @Test
    void keeps_what_people_wrote_as_text_in_every_form() throws Exception {
        UnitId town = UnitId.collectivity("35995");
        scene.collectivity(town, "COMMUNE", "Ville " + HOSTILE);
        Uai school = Uai.of(8_100_901);
        scene.school(school, "ECOLE", HOSTILE, town, town);
        CampaignId own =
                scene.campaign("${7*7} <b>&amp;</b> {{7*7}}", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        Principal by = scene.person("Agente " + HOSTILE.hashCode(), town, new Grant(Role.AGENT, town));
        byte[] pdf = get(by, "/unites/" + town + "/rapport.pdf?campagne=" + own).body();
        conforms(pdf);
        assertThat(text(pdf).replace(" ", ""))
                .contains("</p></th><script>alert(1)</script>", "{{7*7}}${7*7}", "&amp;")
                .doesNotContain("root:x:0");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            byte[] csv = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("etablissements.csv")
                    .getEmbeddedFile()
                    .toByteArray();
            assertThat(new String(csv, StandardCharsets.UTF_8)).contains(";\"'=1+1");
        }
        String page = new String(
                get(by, "/unites/" + town + "/rapport.html?campagne=" + own).body(), StandardCharsets.UTF_8);
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script", "<img", "url(\"preau:");
    }

    /** The long run prints two thousand schools and tells what that took. */
    @Test
    void holds_the_table_of_a_large_collectivity() throws IOException {
        int many = LONG ? 2000 : 60;
        UnitId large = UnitId.collectivity("35996");
        scene.collectivity(large, "COMMUNE", "Grandval");
        for (int number = 1; number <= many; number++) {
            scene.school(Uai.of(8_110_000 + number), "ECOLE", "École n° " + number, large, large);
        }
        CampaignId own = scene.campaign("Grand nombre", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        Principal by = scene.person("Agent de Grandval", large, new Grant(Role.AGENT, large));
        long begun = System.nanoTime();
        byte[] pdf =
                get(by, "/unites/" + large + "/rapport.pdf?campagne=" + own).body();
        if (LONG) {
            System.out.printf(
                    "%d schools: %d ms, %d KiB%n", many, (System.nanoTime() - begun) / 1_000_000, pdf.length >> 10);
        }
        assertThat(text(pdf)).contains("École n° 1 ", "École n° " + many + " ");
    }

    private static void render(CampaignId of, Uai school, Verdict verdict) {
        scene.answerAll(agent, scene.audit(of, school), verdict);
        scene.reviews.submit(agent, scene.audit(of, school));
    }

    private static HttpResponse<byte[]> get(Principal by, String path) {
        return APP.signIn(by.account()).download(path);
    }

    private static int journalled(Principal by) {
        return APP.postgres()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM journal_entry"
                                + " WHERE action = 'unit.reported' AND account = :account")
                        .bind("account", by.account())
                        .mapTo(Integer.class)
                        .one());
    }

    private static String part(String text, String from, String to) {
        int begin = text.indexOf(from);
        assertThat(begin).as(from).isNotNegative();
        return text.substring(begin, text.indexOf(to, begin));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0\u202f]+", " ");
        }
    }
}
