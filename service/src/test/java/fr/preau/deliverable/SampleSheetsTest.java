package fr.preau.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « take along the sheets of all schools that were drawn », by the service's own worker. */
class SampleSheetsTest {
    @RegisterExtension
    static final App APP = new App();

    private static final boolean LONG = Boolean.getBoolean("preau.long");
    private static final int MANY = LONG ? SampleSheets.PRINTED : 11;

    private static Scene scene;
    private static Principal person;
    private static Visitor reviewer;
    private static String sample;

    @BeforeAll
    static void draw() {
        scene = APP.scene();
        person = scene.reviewer();
        reviewer = APP.signIn(person.account());
        sample = drawn("Fiches", 84, MANY);
    }

    /** A sample of so many colleges, by the address of its page. */
    private static String drawn(String name, int prefix, int schools) {
        for (int number = 1; number <= schools; number++) {
            Uai uai = Uai.of(prefix * 100_000 + number);
            scene.school(uai, "COLLEGE", "Collège n° " + number, Scene.TOWN, Scene.VALLEYS);
        }
        CampaignId campaign = scene.campaign(name, LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        APP.postgres()
                .owner()
                .useHandle(owner -> owner.execute(
                        "UPDATE audit SET state = 'SUBMITTED', round = 1, submitted_by = 0, submitted_at = ?"
                                + " WHERE campaign = ? AND uai LIKE ?",
                        scene.now.get(),
                        campaign.value(),
                        prefix + "%"));
        Map<String, String> wish = Map.of(
                "campagne", campaign.toString(), "unite", Scene.ACADEMY.toString(), "size", "300", "seed", "12345");
        return reviewer.post("/echantillons", wish)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void refuses_more_in_one_pdf_than_a_small_machine_can_print_and_names_what_to_take_instead() {
        String large = drawn("Trop", 85, SampleSheets.PRINTED + 1);
        HttpResponse<String> refused = reviewer.post(large + "/fiches", Map.of("format", "PDF"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("100", "ODS");
    }

    @Test
    void prints_each_school_on_pages_of_its_own_and_in_the_bookmarks() throws Exception {
        assertThat(reviewer.get(sample).body()).contains("Préparer le PDF", "Préparer l’ODS");
        long begun = System.nanoTime();
        byte[] pdf = file(reviewer, "PDF");
        long took = (System.nanoTime() - begun) / 1_000_000;
        if (LONG) {
            System.out.printf("%d sheets in %d ms, %d KiB%n", MANY, took, pdf.length >> 10);
        } else {
            ConformingPdf.conforms(pdf);
        }
        Files.write(Files.createDirectories(Path.of("target/shots")).resolve("visits.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Integer> first = new ArrayList<>();
            PDFTextStripper text = new PDFTextStripper();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                int page = document.getPages().indexOf(item.findDestinationPage(document)) + 1;
                text.setStartPage(page);
                text.setEndPage(page);
                String school = item.getTitle().substring(0, item.getTitle().indexOf(" ·"));
                assertThat(text.getText(document).replaceAll("\\s+", " ")).contains("Visite, " + school);
                first.add(page);
            }
            assertThat(first).as("each begins a page").hasSize(MANY).doesNotHaveDuplicates();
        }
    }

    @Test
    void writes_a_tab_a_school() throws Exception {
        String content = content(file(reviewer, "ODS"));
        assertThat(content.split("<table:table ")).hasSize(MANY + 1);
        assertThat(content).contains(Uai.of(8_400_001).value(), "TLP:AMBER");
        int printed = APP.postgres()
                .owner()
                .withHandle(owner -> owner.createQuery(
                                "SELECT count(*) FROM journal_entry"
                                        + " WHERE action = 'sample.printed' AND after ->> 'format' = 'ODS' AND account = :account")
                        .bind("account", person.account())
                        .mapTo(Integer.class)
                        .one());
        assertThat(printed).isEqualTo(1);
    }

    @Test
    void is_not_found_by_others_and_not_handed_out_once_a_right_is_gone() throws Exception {
        Visitor elsewhere = APP.signIn(scene.otherReviewer().account());
        assertThat(elsewhere.post(sample + "/fiches", Map.of()).statusCode()).isEqualTo(404);
        assertThat(reviewer.post("/echantillons/999999/fiches", Map.of()).statusCode())
                .isEqualTo(404);
        Principal leaving = scene.person(
                "Relectrice qui part",
                Scene.ACADEMY,
                new Grant(Role.REVIEWER, Scene.ACADEMY),
                new Grant(Role.READER, Scene.ACADEMY));
        Visitor visitor = APP.signIn(leaving.account());
        String job = done(visitor, visitor.post(sample + "/fiches", Map.of("format", "ODS")));
        assertThat(visitor.get(job + "/fichier").statusCode()).isEqualTo(200);
        APP.postgres()
                .owner()
                .useHandle(owner -> owner.execute(
                        "UPDATE access_grant SET revoked_at = since WHERE account = ? AND role = 'REVIEWER'",
                        leaving.account().value()));
        assertThat(visitor.get(job + "/fichier").statusCode()).isEqualTo(409);
    }

    private static byte[] file(Visitor visitor, String format) throws InterruptedException {
        String job = done(visitor, visitor.post(sample + "/fiches", Map.of("format", format)));
        return visitor.download(job + "/fichier").body();
    }

    /** Waits for the worker, and gives the address of the job that is done. */
    private static String done(Visitor visitor, HttpResponse<String> asked) throws InterruptedException {
        assertThat(asked.statusCode()).isEqualTo(303);
        String job = asked.headers().firstValue("Location").orElseThrow();
        for (int turn = 0; turn < 600 && visitor.get(job).body().contains("every 2s"); turn++) {
            Thread.sleep(100);
        }
        assertThat(visitor.get(job).body()).contains("Terminé");
        return job;
    }

    private static String content(byte[] ods) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ods))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no content");
    }
}
