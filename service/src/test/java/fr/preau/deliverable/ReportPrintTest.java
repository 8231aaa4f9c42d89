package fr.preau.deliverable;

import static fr.preau.deliverable.ConformingPdf.conforms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.audit.AuditState;
import fr.preau.audit.Sight;
import fr.preau.checklist.Party;
import fr.preau.web.Messages;
import fr.preau.web.Web;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The printed report, on hand-made dossiers: its form, its words, and what it must never do. */
class ReportPrintTest {
    private static final Path SHOTS = Path.of(System.getProperty("preau.shots", "target/shots"));
    private static final DossierTemplate TEMPLATE = new DossierTemplate(Web.site(false));
    private static final PdfPress PRESS = new PdfPress();
    private static final String HOSTILE = "</p></td><script>alert(1)</script><img src=\"file:///etc/hostname\"/>"
            + " <svg><image href='http://127.0.0.1:9/x'/></svg> ]]></style><style>@font-face { src: url(http://127.0.0.1:9/) }"
            + " &amp; &eacute; ${1+1} $unsafe{x} \" ' \u0000\b\u001f\u0085\ufffe\ud83d \u200fعربى 日本 e\u0301\u0323 👩🏽‍🏫 "
            + "sansespace".repeat(30);

    private static final Sight STATE = new Sight(EnumSet.of(Party.ETAT, Party.PARTAGE), Sight.Version.NONE, false);
    private static final Sight PROGRESS = new Sight(EnumSet.noneOf(Party.class), Sight.Version.NONE, false);
    private static final Sight FIGURES = new Sight(EnumSet.noneOf(Party.class), Sight.Version.NONE, true);
    private static final Sight EARLIER = new Sight(EnumSet.noneOf(Party.class), Sight.Version.LAST_SUBMITTED, false);

    private static byte[] full;

    @BeforeAll
    static void print_the_full_one() throws IOException {
        full = shot("report", print(DossierFixture.full()));
    }

    @Test
    void is_a_document_that_screen_readers_read_and_archives_keep() throws Exception {
        conforms(full);
        conforms(print(DossierFixture.full(), Messages.ENGLISH));
        conforms(print(DossierFixture.saying(HOSTILE)));
        conforms(print(DossierFixture.seen(AuditState.IN_PROGRESS, PROGRESS)));
    }

    @Test
    void prints_the_same_bytes_twice() {
        assertThat(print(DossierFixture.full())).isEqualTo(full);
    }

    @Test
    void says_all_that_a_report_must_on_a_sensible_number_of_pages() throws IOException {
        String text = text(full);
        assertThat(text)
                .contains("EREA Les Tilleuls-en-Vallée", "Saint-Aubin-d’Œuvre", "8358101T", "campagne 2026–2027")
                .contains("Validé", "58 % de conformité déclarée, 75 sur 82 mesures renseignées.")
                .contains("Demandé par Camille Le Goff (Région des Trois-Vallées), le 18 janvier 2027")
                .contains("Résultats par thème", "Points faibles", "Toutes les réponses", "Histoire de la revue")
                .contains("Le disque de sauvegarde reste branché", "Compte effacé", "Comment lire ces chiffres")
                .contains("répondu par la collectivité pour l’établissement");
        assertThat(text).doesNotContain("Soumis");
        DossierFixture.full()
                .view()
                .cells()
                .forEach(cell -> assertThat(text).contains(cell.control().value()));
        assertThat(pages(full)).isBetween(10, 18);
    }

    @Test
    void bears_on_each_page_the_school_its_marking_its_number_and_that_it_is_invented() throws IOException {
        int pages = pages(full);
        for (int page = 1; page <= pages; page++) {
            String text = text(full, page, page);
            assertThat(text).as("page " + page).contains("TLP:AMBER", "Données fictives", "Établi le 18 janvier 2027");
            assertThat(text).as("page " + page).contains(page + " / " + pages);
            assertThat(text).as("page " + page).contains("EREA Les Tilleuls-en-Vallée");
        }
    }

    @Test
    void puts_the_weak_points_of_the_base_level_and_of_the_greatest_weight_first() throws IOException {
        String text = text(full);
        String weak = text.substring(
                text.indexOf("Ce qui pèse le plus"), text.indexOf("Gouvernance et responsabilités Code"));
        assertThat(weak).containsSubsequence("Socle,", "essentiel", "important", "Standard,", "Renforcé,");
    }

    @Test
    void says_not_validated_until_it_is() throws IOException {
        byte[] submitted =
                shot("report-submitted", print(DossierFixture.seen(AuditState.SUBMITTED, DossierFixture.ALL)));
        assertThat(text(submitted, 1, 1)).contains("Soumis", "non validé");
    }

    @Test
    void hides_what_the_reader_does_not_see_and_says_so() throws IOException {
        String progress = text(shot("report-progress", print(DossierFixture.seen(AuditState.IN_PROGRESS, PROGRESS))));
        assertThat(progress).contains("Vous voyez l’avancement", "La conformité vous sera ouverte");
        assertThat(progress).doesNotContain("Vérifié sur place", "SAU-01", "de conformité déclarée");

        String figures = text(print(DossierFixture.seen(AuditState.VALIDATED, FIGURES)));
        assertThat(figures)
                .contains("Vous voyez les chiffres de cet audit, pas ses réponses", "de conformité déclarée");
        assertThat(figures).doesNotContain("Vérifié sur place", "SAU-01");

        String state = text(shot("report-state", print(DossierFixture.seen(AuditState.IN_PROGRESS, STATE))));
        assertThat(state)
                .contains("relèvent d’autres parties", "GOV-02")
                .doesNotContain("GOV-03", "de conformité déclarée");

        String earlier = text(print(DossierFixture.seen(AuditState.SENT_BACK, EARLIER)));
        assertThat(earlier).contains("comme elles ont été envoyées le 12 janvier 2027", "Renvoyé", "SAU-01");
    }

    @Test
    void speaks_english_around_the_french_of_the_checklist() throws IOException {
        byte[] english = shot("report-en", print(DossierFixture.full(), Messages.ENGLISH));
        assertThat(text(english))
                .contains("Digital security audit report", "Validated", "75 of 82 controls answered", "Weak points")
                .contains("Gouvernance et responsabilités", "18 January 2027");
        String xhtml = TEMPLATE.xhtml(DossierFixture.full(), Messages.ENGLISH);
        assertThat(xhtml).contains("lang=\"en\"", "lang=\"fr\">Gouvernance et responsabilités");
    }

    @Test
    void keeps_what_people_wrote_as_text_whatever_it_looks_like() throws Exception {
        Dossier hostile = DossierFixture.saying(HOSTILE);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(TEMPLATE.xhtml(hostile, Messages.FRENCH))));
        String text = text(print(hostile)).replace(" ", "");
        assertThat(text).contains("<imgsrc=\"file:///etc/hostname\"/>", "]]></style>", "@font-face", "${1+1}", "&amp;");
        assertThat(text).doesNotContain("\u0000", "\u0008", "\ufffe");
    }

    @Test
    void fetches_nothing_while_it_prints() throws Exception {
        try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path file = Files.writeString(
                    Files.createTempFile("preau", ".css"), "p:after { content: 'secret-of-the-disk' }");
            for (String url : List.of(
                    "http://127.0.0.1:" + trap.getLocalPort() + "/x.svg",
                    file.toUri().toString())) {
                String asking = sheets(url) + "<body>" + asking(url) + "<p>Rien</p></body></html>";
                byte[] pdf = PRESS.print(asking, DossierFixture.ASKED);
                assertThat(text(pdf)).contains("Rien").doesNotContain("secret");
            }
            trap.setSoTimeout(200);
            assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
            Files.delete(file);
        }
    }

    /** Every way that a document may name another, from its head. */
    private static String sheets(String url) {
        return """
                <html lang="fr"><head><title>x</title><meta name="description" content="x"/>
                <link rel="stylesheet" type="text/css" href="%1$s"/><style>@import url("%1$s");
                @font-face { font-family: x; src: url("%1$s") } .x { font-family: x, "Source Sans 3" }
                body { font-family: "Source Sans 3" } div { background-image: url("%1$s") } li { list-style-image: url("%1$s") }
                </style></head>""".formatted(url);
    }

    /** Every way that a document may name another, from its body. */
    private static String asking(String url) {
        return """
                <img src="%1$s" alt="x"/><object data="%1$s">x</object><div>x</div><ul><li>x</li></ul><p class="x">x</p>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10"
                alt="x"><image xlink:href="%1$s" width="9" height="9"/><use xlink:href="%1$s#a"/></svg>""".formatted(url);
    }

    @Test
    void prints_the_longest_comments_without_losing_their_end() throws IOException {
        byte[] pdf = shot("report-long", print(DossierFixture.longest()));
        assertThat(text(pdf)).contains("répète jusqu’à la limite.");
        assertThat(pages(pdf)).isBetween(40, 110);
    }

    private static byte[] print(Dossier dossier) {
        return print(dossier, Messages.FRENCH);
    }

    private static byte[] print(Dossier dossier, Locale locale) {
        return PRESS.print(TEMPLATE.xhtml(dossier, locale), dossier.askedAt(), AnswersCsv.attached(dossier));
    }

    /** Keeps it to be looked at. */
    private static byte[] shot(String name, byte[] pdf) throws IOException {
        Files.createDirectories(SHOTS);
        Files.write(SHOTS.resolve(name + ".pdf"), pdf);
        return pdf;
    }

    private static String text(byte[] pdf) throws IOException {
        return text(pdf, 1, Integer.MAX_VALUE);
    }

    /** On one line, with ordinary spaces in place of those that hold a line together. */
    private static String text(byte[] pdf, int from, int to) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(document).replaceAll("[\\s\u00a0\u202f]+", " ");
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
