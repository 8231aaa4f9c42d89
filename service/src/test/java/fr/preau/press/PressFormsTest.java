package fr.preau.press;

import static fr.preau.press.PressTest.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.preau.deliverable.ConformingPdf;
import fr.preau.edition.Label;
import fr.preau.web.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The formats by what others publish about them: PDF/A-3a, PDF/UA-1, WCAG by axe, OSCAL's schemas. */
class PressFormsTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @BeforeAll
    static void make_all() throws IOException {
        PressTest.make_all();
    }

    @Test
    void the_paper_is_kept_by_archives_and_read_by_screen_readers_with_its_data_inside() throws Exception {
        byte[] pdf = PressTest.PRESS
                .pdf(PressFixture.printed(PressFixture.sample(Label.AMBER), PressFixture.copy()))
                .content();
        Files.write(PressTest.SHOTS.resolve("livrable-exemplaire.pdf"), pdf);
        ConformingPdf.conforms(pdf);
        assertThat(PaperWords.attached(pdf)).containsOnlyKeys("tableaux.csv", "livrable.json");
        assertThat(PaperWords.bookmarks(pdf)).contains("État des lieux", "Tableaux", "Fiche vierge à imprimer");
    }

    @Test
    void no_word_of_the_paper_is_cut_at_its_edge() throws IOException {
        byte[] pdf = PressTest.PRESS
                .pdf(PressFixture.printed(PressFixture.country(Label.GREEN), null))
                .content();
        assertThat(PaperWords.cut(pdf)).isEmpty();
    }

    @Test
    void the_page_has_no_barrier_on_any_screen_and_asks_for_nothing() throws IOException {
        Path page = Files.write(folder.resolve("livrable.html"), file(".html"));
        try (com.microsoft.playwright.Page shown = BROWSER.page()) {
            List<String> asked = new ArrayList<>();
            shown.onRequest(request -> asked.add(request.url()));
            shown.navigate(page.toUri().toString());
            Browser.assertNoBarrier(shown);
            assertThat(asked)
                    .allMatch(url ->
                            url.startsWith("data:") || url.equals(page.toUri().toString()));
        }
    }

    @Test
    void both_oscal_files_are_valid_against_the_schemas_of_nist() throws IOException {
        for (Map.Entry<String, String> one :
                Map.of("oscal-catalog", "catalog", "oscal-results", "ar").entrySet()) {
            JsonNode schema = schema("schema/json/oscal-" + one.getValue() + "_schema.json");
            JsonNode document = JSON.readTree(PressTest.files
                    .get(one.getKey() + "-livrable-nation-edition-2.json")
                    .content());
            assertThat(faults(schema, document, SpecificationVersion.DRAFT_7))
                    .as(one.getKey())
                    .isEmpty();
            ((ObjectNode) document.elements().next()).remove("metadata");
            assertThat(faults(schema, document, SpecificationVersion.DRAFT_7))
                    .as(one.getKey())
                    .isNotEmpty();
        }
    }

    /** What a schema of ours finds in a document. */
    static List<String> faults(String schema, JsonNode document) throws IOException {
        return faults(JSON.readTree(schema), document, SpecificationVersion.DRAFT_2020_12);
    }

    private static List<String> faults(JsonNode schema, JsonNode document, SpecificationVersion version) {
        return SchemaRegistry.withDefaultDialect(version).getSchema(schema).validate(document).stream()
                .map(Object::toString)
                .toList();
    }

    /** Without the ids within, which lead nowhere else, and with the two ids that are wrapped twice unwrapped. */
    private static JsonNode schema(String path) throws IOException {
        try (InputStream in = PressFormsTest.class.getClassLoader().getResourceAsStream(path)) {
            JsonNode schema = JSON.readTree(in);
            mend(schema, true);
            return schema;
        }
    }

    private static void mend(JsonNode node, boolean root) {
        if (node instanceof ObjectNode object) {
            if (!root && object.path("$id").isTextual()) {
                object.remove("$id");
            }
            JsonNode wrapped = object.path("properties").path("id");
            if (wrapped.size() == 1 && wrapped.path("id").isObject()) {
                ((ObjectNode) object.get("properties")).set("id", wrapped.get("id"));
            }
        }
        for (Iterator<JsonNode> inside = node.elements(); inside.hasNext(); ) {
            mend(inside.next(), false);
        }
    }
}
