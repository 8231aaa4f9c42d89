package fr.preau.report;

import static fr.preau.deliverable.ConformingPdf.conforms;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Figures;
import fr.preau.checklist.Verdict;
import fr.preau.dashboard.KindLine;
import fr.preau.dashboard.Narrowing;
import fr.preau.dashboard.Tables;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.review.NewSample;
import fr.preau.review.Strata;
import fr.preau.web.Browser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The use case « show the report of my académie », over HTTP and by each kind of reader. */
class AcademyReportTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String REPORT = "/unites/" + Scene.ACADEMY + "/rapport.";

    private static Scene scene;
    private static CampaignId campaign;
    private static Principal officer;
    private static byte[] paper;

    @TempDir
    Path folder;

    @BeforeAll
    static void stage() throws IOException {
        scene = APP.scene();
        campaign = scene.campaign("Académie", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        render(scene.agent(), Scene.COLLEGE, Verdict.CONFORME);
        render(scene.agent(), Scene.SECOND_COLLEGE, Verdict.NON_CONFORME);
        render(scene.townAgent(), Scene.SCHOOL, Verdict.PARTIEL);
        officer = scene.reviewer();
        scene.reviews.validate(officer, scene.audit(campaign, Scene.COLLEGE));
        APP.services().review().samples().draw(officer, new NewSample(campaign, Scene.ACADEMY, Strata.TYPE, 2, 7L));
        paper = get(officer, "pdf").body();
        Files.createDirectories(Path.of("target/shots"));
        Files.write(Path.of("target/shots/academy-report.pdf"), paper);
    }

    @Test
    void says_where_departments_and_kinds_of_collectivities_stand_and_who_is_silent() throws Exception {
        conforms(paper);
        assertThat(text(paper))
                .containsSubsequence(
                        "Académie de Rennes",
                        "3 rendus sur 6 attendus",
                        "2 non validés",
                        "En retard, ou sans nouvelles",
                        "Aucun établissement n’est en retard",
                        "Rien de commencé",
                        "École Beau-Soleil")
                .contains("Écarts par thème et par département", "DSDEN – Ille-et-Vilaine")
                .contains("Communes 1 sur 2 100 % 50 % 50 %", "Départements 2 sur 3 100 % 50 % 50 %")
                .contains("Ce que les visites ont montré", "Échantillon n°", "Conformité après revue");
    }

    @Test
    void names_who_is_late_once_the_last_day_is_past() throws IOException {
        scene.at("2027-02-02T09:00:00Z");
        try {
            String text = text(get(scene.reviewer(), "pdf").body());
            assertThat(text)
                    .doesNotContain("Aucun établissement n’est en retard")
                    .contains("CIO des Trois-Vallées");
        } finally {
            scene.at("2026-11-23T09:00:00Z");
        }
    }

    @Test
    void names_no_school_to_who_sees_figures_alone() throws IOException {
        byte[] far = get(scene.nationalReader(), "pdf").body();
        assertThat(text(far))
                .contains("Académie de Rennes", "6 attendus", "ne vous sont pas ouverts par leur nom")
                .doesNotContain("Beau-Soleil", "La Passerelle", "Grand-Pré", "Échantillon n°");
        String page = new String(get(scene.nationalReader(), "html").body(), StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("Beau-Soleil", "La Passerelle", "Grand-Pré");
    }

    @Test
    void is_not_found_outside_ones_units() {
        for (Principal stranger : List.of(scene.otherReviewer(), scene.agent(), scene.head())) {
            assertThat(get(stranger, "pdf").statusCode()).isEqualTo(404);
            assertThat(get(stranger, "html").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void is_one_file_that_a_browser_reads_without_barrier() throws IOException {
        Path file =
                Files.write(folder.resolve("report.html"), get(officer, "html").body());
        var page = BROWSER.page();
        page.navigate(file.toUri().toString());
        Browser.assertAccessible(page);
        Browser.shot(page, "academy-report", 320);
        Browser.shot(page, "academy-report", 1440);
    }

    /** The one figure that no view has: kinds of collectivities add up to the académie. */
    @Test
    void counts_by_kind_what_the_academy_counts() {
        Tables.Wish wish = new Tables.Wish(Scene.ACADEMY, campaign, Narrowing.NONE);
        List<KindLine> kinds = APP.services().figures().tables().kinds(officer, wish);
        Figures whole =
                APP.services().figures().dashboards().unit(officer, wish).total();
        for (ToLongFunction<Figures> count :
                List.<ToLongFunction<Figures>>of(Figures::asked, Figures::conforming, Figures::failing)) {
            assertThat(kinds.stream().map(KindLine::figures).mapToLong(count).sum())
                    .isEqualTo(count.applyAsLong(whole));
        }
        assertThat(kinds).extracting(KindLine::kind).containsExactly("COMMUNE", "DEPARTEMENT", null);
    }

    private static void render(Principal by, Uai school, Verdict verdict) {
        scene.answerAll(by, scene.audit(campaign, school), verdict);
        scene.reviews.submit(by, scene.audit(campaign, school));
    }

    private static HttpResponse<byte[]> get(Principal by, String format) {
        return APP.signIn(by.account()).download(REPORT + format + "?campagne=" + campaign);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0\u202f]+", " ");
        }
    }
}
