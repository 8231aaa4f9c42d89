package fr.preau.report;

import static fr.preau.deliverable.ConformingPdf.conforms;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.audit.Audit;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Control;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.deliverable.Dossier;
import fr.preau.deliverable.PdfPress;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.web.Browser;
import fr.preau.web.Messages;
import fr.preau.web.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « what do we do first in my school », over HTTP and on one sheet of paper. */
class PrioritiesTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Path SHOTS = Path.of(System.getProperty("preau.shots", "target/shots"));

    private static Scene scene;
    private static Principal head;
    private static AuditId college;

    @BeforeAll
    static void stage() {
        scene = APP.scene();
        head = scene.head();
        college = scene.audit(Scene.COLLEGE);
        answer("EQP-03", Verdict.NON_CONFORME);
        answer("GOV-01", Verdict.PARTIEL);
        answer("SAU-01", Verdict.NE_SAIT_PAS);
        answer("GOV-02", Verdict.CONFORME);
    }

    @Test
    void says_what_is_weak_who_does_it_and_what_is_held_without_a_code_or_a_weight() {
        String page = shown(head).get("/audits/" + college + "/priorites").body();
        assertThat(page)
                .contains(
                        "Nos cinq priorités",
                        "3 choses seulement restent",
                        "Provisoire.",
                        "1 point est déjà tenu sur 72")
                .contains("Référent sécurité numérique désigné", "Vous pouvez le faire dans l’établissement")
                .contains("déjà fait en partie", "pas encore fait", "personne n’a su répondre")
                .doesNotContain("GOV-01", "EQP-03", "Poids");
        assertThat(shown(head).get("/audits/" + college).body()).contains("href=\"/audits/" + college + "/priorites\"");
    }

    @Test
    void begins_by_the_base_level_then_by_weight_then_by_what_the_school_can_do() {
        AuditId other = scene.audit(Scene.SECOND_COLLEGE);
        scene.answerAll(scene.agent(), other, Verdict.NON_CONFORME);
        Principal agent = scene.agent();
        Checklist checklist = scene.checklists.latest();
        List<Control> first = priorities(agent, other).first().stream()
                .map(one -> checklist.controls().stream()
                        .filter(control -> control.title().equals(one.title()))
                        .findFirst()
                        .orElseThrow())
                .toList();
        assertThat(first).hasSize(5).allSatisfy(control -> {
            assertThat(control.defaultLevel().number()).isEqualTo(1);
            assertThat(control.weight()).isEqualTo(3);
        });
        assertThat(priorities(agent, other).first()).allMatch(Priority::own);
    }

    @Test
    void is_not_found_where_one_sees_no_answer() {
        for (Principal stranger : List.of(scene.reviewer(), scene.townAgent(), scene.nationalReader())) {
            Visitor visitor = APP.signIn(stranger.account());
            assertThat(visitor.get("/audits/" + college + "/priorites").statusCode())
                    .isEqualTo(404);
            assertThat(visitor.get("/audits/" + college + "/priorites.pdf").statusCode())
                    .isEqualTo(404);
        }
        assertThat(shown(scene.reviewer()).get("/audits/" + college).body()).doesNotContain("priorites");
    }

    @Test
    void prints_the_longest_texts_of_the_checklist_on_one_sheet() throws Exception {
        List<Priority> longest = scene.checklists.latest().controls().stream()
                .sorted(Comparator.comparing((Control one) ->
                                one.title().length() + one.advice().length())
                        .reversed())
                .limit(Priorities.MOST)
                .map(one -> new Priority(one.title(), one.advice(), Verdict.NE_SAIT_PAS, Party.COLLECTIVITE))
                .toList();
        List<String> titles = scene.checklists.latest().controls().stream()
                .map(Control::title)
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(3)
                .toList();
        Audit audit = priorities(head, college).audit();
        byte[] pdf = print(new Priorities(audit, longest, titles, 70, 75, 72, true));
        Files.createDirectories(SHOTS);
        Files.write(SHOTS.resolve("priorities.pdf"), pdf);
        conforms(pdf);
        assertThat(pages(pdf)).isEqualTo(1);
        String text = text(pdf);
        longest.forEach(one -> assertThat(plain(text)).contains(plain(one.advice())));
        assertThat(text).contains("TLP:AMBER", "Données fictives", "Demandé par");
    }

    @Test
    void hands_the_sheet_over_and_records_who_asked() throws Exception {
        byte[] pdf =
                shown(head).download("/audits/" + college + "/priorites.pdf").body();
        conforms(pdf);
        assertThat(text(pdf)).contains("Collège La Passerelle", "Provisoire", head.name());
        int asked = APP.postgres()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM journal_entry"
                                + " WHERE action = 'audit.prioritised' AND account = :account")
                        .bind("account", head.account())
                        .mapTo(Integer.class)
                        .one());
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void keeps_what_people_wrote_as_text() throws Exception {
        String hostile = "</h2><script>alert(1)</script><img src=\"file:///etc/passwd\"/> ${7*7} &amp;";
        Priority one = new Priority(hostile, hostile, Verdict.PARTIEL, Party.ETAT);
        Audit audit = priorities(head, college).audit();
        byte[] pdf = print(new Priorities(audit, List.of(one), List.of(hostile), 1, 2, 0, true));
        conforms(pdf);
        assertThat(text(pdf).replace(" ", "")).contains("</h2><script>alert(1)</script>", "${7*7}&amp;");
    }

    @Test
    void is_read_without_barrier_at_any_width() {
        Page page = BROWSER.page();
        String[] cookie = APP.signIn(head.account()).cookie().split("=", 2);
        page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(APP.url())));
        page.navigate(APP.url() + "/audits/" + college + "/priorites");
        Browser.assertAccessible(page);
        Browser.shot(page, "priorities", 320);
        Browser.shot(page, "priorities", 1440);
    }

    private static void answer(String control, Verdict verdict) {
        scene.answers.save(scene.agent(), college, new ControlCode(control), 0, new NewAnswer(verdict, null));
    }

    private static Priorities priorities(Principal by, AuditId audit) {
        return new PriorityReports(scene.database, scene.journal, scene.audits, Web.site(false), scene.clock)
                .show(by, audit);
    }

    private static byte[] print(Priorities priorities) {
        Dossier.Asker asker = new Dossier.Asker(head.name(), Message.of("unit.COLLECTIVITY", "Collège La Passerelle"));
        return PriorityReports.print(
                new PdfPress(),
                PriorityReports.stationery(Web.site(false)),
                new Priorities.Sheet(priorities, asker, scene.clock.instant()),
                Messages.FRENCH);
    }

    private static Visitor shown(Principal by) {
        return APP.signIn(by.account());
    }

    /** Without what typesetting changes. */
    private static String plain(String text) {
        return text.replace('’', '\'').replaceAll("[\\s\u00a0\u202f]", "");
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0\u202f]+", " ");
        }
    }
}
