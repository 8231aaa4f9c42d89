package fr.preau.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.TestDatabase;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.ChecklistId;
import fr.preau.web.Presenter;
import fr.preau.web.RefusalMapper;
import fr.preau.web.ViewWriter;
import fr.preau.web.Viewers;
import fr.preau.web.Web;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.dropwizard.testing.junit5.ResourceExtension;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
class ChecklistPagesTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));

    private final Journal journal = new Journal(CLOCK);
    private final Checklists checklists = new Checklists(DB.database(), journal, CLOCK);
    private final CitedCodes codes = new CitedCodes(DB.database(), journal);

    final ResourceExtension pages = ResourceExtension.builder()
            .setRegisterDefaultExceptionMappers(false)
            .addProvider(new Presenter(new Viewers(Web.site(false))))
            .addProvider(new ViewWriter())
            .addProvider(new RefusalMapper())
            .addResource(new ChecklistPages(checklists, codes))
            .build();

    private ChecklistId shipped;

    @BeforeEach
    void publish_what_is_shipped() {
        shipped = checklists.publishShipped().id();
        codes.publishShipped();
    }

    @Test
    void shows_the_themes_and_what_each_type_of_school_is_expected_to_hold() {
        String page = get("/referentiel?version=" + shipped, "fr");

        assertThat(page).contains("Sauvegarde et continuité", "version 1.0.0 du 23\u00a0novembre 2026");
        assertThat(page).contains("href=\"/referentiel/SAU?version=" + shipped + "\"");
        assertThat(page.replaceAll("(\\s*<[^>]+>\\s*)+", " ")).contains("École 71 32 ", "EREA 82 38 ");
        assertThat(page).doesNotContain("lang=\"fr\" ");
    }

    @Test
    void shows_a_theme_whole_with_the_usual_roles() {
        String page = get("/referentiel/SAU", "fr");

        assertThat(page).contains("SAU-01", "SAU-02", "SAU-05", "Ce qui le montre", "Qui fait quoi d’habitude");
        assertThat(page).contains("href=\"/referentiel/EXP\"", "href=\"/referentiel/INC\"");
    }

    @Test
    void shows_a_control_with_its_references_and_their_meaning() {
        String page = get("/referentiel/SAU/SAU-02", "fr");

        assertThat(page).contains("<h1>Copie hors d’atteinte d’un rançongiciel</h1>");
        assertThat(page).contains("<strong>Partiel</strong> si", "ANSSI 37", "Sauvegarder les composants critiques");
        assertThat(page).contains("SAU-01", "SAU-03", "tous les 12 mois");
    }

    @Test
    void says_that_an_attachment_is_forbidden() {
        assertThat(get("/referentiel/PAT/PAT-03", "fr")).contains("Interdite\u00a0: le document se consulte sur place");
    }

    @Test
    void marks_the_content_as_french_on_an_english_page() {
        String page = get("/referentiel/SAU/SAU-02", "en");

        assertThat(page).contains("<html lang=\"en\">", "<h1 lang=\"fr\">Copie hors", "How to get there");
    }

    @Test
    void shows_every_theme_and_every_control() {
        Checklist checklist = checklists.get(shipped);
        for (Theme theme : checklist.themes()) {
            assertThat(get("/referentiel/" + theme.code(), "fr")).contains(theme.code());
        }
        for (Control control : checklist.controls()) {
            assertThat(get("/referentiel/" + control.theme() + "/" + control.code(), "en"))
                    .contains(control.code().value());
        }
    }

    @Test
    void keeps_to_the_version_that_was_asked() {
        ChecklistId other = checklists
                .publish(Actor.SYSTEM, SampleFile.version("3.0.0", file -> file.put("titre", "Essai <b>gras</b>")))
                .id();

        assertThat(get("/referentiel?version=" + other, "fr"))
                .contains("Essai &lt;b&gt;gras", "href=\"/referentiel?version=" + shipped + "\"");
        assertThat(get("/referentiel/SAU?version=" + shipped, "fr")).contains("/SAU-02?version=" + shipped);
    }

    @Test
    void gives_the_file_away() {
        try (Response reply =
                pages.target("/referentiel/fichier/" + shipped).request().get()) {
            assertThat(reply.getHeaderString("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"pssi-etablissement-scolaire-1.0.0.json\"");
            assertThat(SampleFile.parse(reply.readEntity(String.class).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(SampleFile.shipped());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/referentiel?version=999",
                "/referentiel?version=abc",
                "/referentiel/ZZZ",
                "/referentiel/SAU/ZZZ-01",
                "/referentiel/GOV/SAU-02",
                "/referentiel/SAU/nimporte",
                "/referentiel/fichier/999"
            })
    void does_not_find_what_does_not_exist(String path) {
        try (Response reply = pages.client()
                .target("http://localhost:9998" + path)
                .request("text/html", "*/*;q=0.8")
                .get()) {
            assertThat(reply.getStatus()).isEqualTo(404);
        }
    }

    private String get(String path, String language) {
        try (Response reply = pages.client()
                .target("http://localhost:9998" + path)
                .request("text/html")
                .header("Accept-Language", language)
                .get()) {
            String page = reply.readEntity(String.class);
            assertThat(reply.getStatus()).as(page).isEqualTo(200);
            return page;
        }
    }
}
