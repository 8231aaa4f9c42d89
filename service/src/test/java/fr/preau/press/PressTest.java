package fr.preau.press;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.edition.ContentFixture;
import fr.preau.edition.Label;
import fr.preau.edition.Section;
import fr.preau.workbook.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every format of one edition: its form, its words, the same bytes again. */
class PressTest {
    static final Path SHOTS = Path.of(System.getProperty("preau.shots", "target/shots"));
    static final Press PRESS = new Press();
    static final Printed CLEAR =
            new Printed(ContentFixture.published(Label.CLEAR), "https://preau.exemple.fr/verifier", null, true);

    static Map<String, PressFile> files;

    @BeforeAll
    static void make_all() throws IOException {
        files = PRESS.all(CLEAR, PressFixture.key(), done -> {}).stream()
                .collect(Collectors.toMap(PressFile::name, Function.identity()));
        Files.createDirectories(SHOTS);
        for (PressFile file : files.values()) {
            Files.write(SHOTS.resolve(file.name()), file.content());
        }
    }

    @Test
    void gives_the_same_bytes_twice() {
        assertThat(files).hasSize(Press.FILES);
        for (PressFile again : PRESS.all(CLEAR, PressFixture.key(), done -> {})) {
            assertThat(again.content())
                    .as(again.name())
                    .isEqualTo(files.get(again.name()).content());
        }
    }

    @Test
    void says_on_each_page_of_paper_its_label_and_that_data_are_invented() throws IOException {
        try (PDDocument document = Loader.loadPDF(file(".pdf"))) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).as("page " + page).contains("TLP:CLEAR", "Données fictives");
            }
        }
    }

    @Test
    void marks_a_hidden_figure_by_a_word_and_by_strokes_that_need_no_colour() throws IOException {
        Printed page = PressFixture.printed(PressFixture.sample(Label.CLEAR), null);
        assertThat(String.join(" ", PaperWords.pages(PRESS.pdf(page).content())))
                .contains(" masqué ");
        assertThat(new String(PRESS.html(page).content(), StandardCharsets.UTF_8))
                .contains(
                        "<td class=\"num hidden\">masqué</td>", ".hidden { font-style: italic; background: repeating");
        assertThat(HostilePressTest.parts(OdtDocument.write(page)).get("content.xml"))
                .contains("table:style-name=\"Hidden\"", ">masqué<", "<style:background-image");
        assertThat(HostilePressTest.parts(TablesBook.write(page, Format.ODS)).get("content.xml"))
                .contains("table:style-name=\"sHIDDEN\"", ">masqué<", "style:diagonal-bl-tr");
        assertThat(HostilePressTest.parts(TablesBook.write(page, Format.XLSX)).get("xl/styles.xml"))
                .contains("patternType=\"lightUp\"");
    }

    @Test
    void begins_a_page_for_a_table_lays_it_on_its_side_where_it_is_wide_and_lets_words_follow() throws IOException {
        Printed page = PressFixture.printed(PressFixture.sample(Label.CLEAR), null);
        List<Section> sections = page.content().sections();
        assertThat(sections.stream().map(page::shape))
                .startsWith("section", "section on", "section")
                .endsWith("section wide");
        List<String> paper = PaperWords.pages(PRESS.pdf(page).content());
        assertThat(paper)
                .anyMatch(words -> words.contains("Avant-propos")
                        && words.contains("Mode de lecture")
                        && !words.contains("Sommaire"));
        assertThat(HostilePressTest.parts(OdtDocument.write(page)).get("content.xml"))
                .contains("text:style-name=\"Heading_20_On\"", "text:style-name=\"Heading_20_Side\"");
    }

    @Test
    void says_once_that_a_whole_row_is_hidden() {
        Printed page = PressFixture.printed(PressFixture.sample(Label.CLEAR), null);
        assertThat(new String(PRESS.html(page).content(), StandardCharsets.UTF_8))
                .contains("<td class=\"num hidden\" colspan=\"12\">masqué</td>");
    }

    static byte[] file(String ending) {
        return files.values().stream()
                .filter(file -> file.name().endsWith(ending))
                .map(PressFile::content)
                .findFirst()
                .orElseThrow();
    }
}
