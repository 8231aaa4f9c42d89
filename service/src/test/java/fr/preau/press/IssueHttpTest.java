package fr.preau.press;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.preau.App;
import fr.preau.Visitor;
import fr.preau.edition.EditionScene;
import fr.preau.edition.Label;
import fr.preau.kernel.DeliverableId;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An edition's files from their making to whoever fetches and verifies one. */
class IssueHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String TOWN = "Mairie de Saint-Aubin-d’Œuvre";
    private static EditionScene stage;
    private static DeliverableId clear;
    private static DeliverableId amber;

    @BeforeAll
    static void publish() {
        stage = new EditionScene(APP.scene(), APP.postgres());
        clear = stage.start(Label.CLEAR);
        stage.publish(clear);
        amber = stage.start(Label.AMBER);
        stage.publish(amber);
    }

    @Test
    void a_clear_edition_is_made_once_fetched_by_anybody_and_told_by_its_digest() throws Exception {
        Visitor editor = APP.signIn(stage.state.account());
        String page = "/livrables/" + clear + "/fichiers";
        assertThat(editor.get(page).body()).contains("Faire et signer les fichiers");
        make(editor, page, Map.of());
        String shown = editor.get(page).body();
        assertThat(shown).doesNotContain("Faire et signer").contains("Fichiers de l’édition, les mêmes pour tous");
        String edition = found(shown, "href=\"(/editions/\\d+)\"");
        Visitor anybody = APP.anonymous();
        assertThat(anybody.get("/editions").body()).contains(edition);
        assertThat(anybody.get(edition).body()).contains(".pdf", "manifeste.txt", "TLP:CLEAR");
        String name = found(shown, "(livrable-nation-edition-\\d+\\.pdf)");
        HttpResponse<byte[]> pdf = anybody.download(edition + "/" + name);
        assertThat(pdf.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"" + name + "\"");
        assertThat(PaperWords.pages(pdf.body())).allMatch(words -> words.contains("TLP:CLEAR"));

        String digest = PressFile.sha256(pdf.body());
        assertThat(anybody.get("/verifier?empreinte=" + digest).body())
                .contains("Authentique", EditionScene.TITLE, edition);
        byte[] changed = pdf.body().clone();
        changed[changed.length / 2] ^= 1;
        assertThat(anybody.get("/verifier?empreinte=" + PressFile.sha256(changed))
                        .body())
                .contains("Inconnu")
                .doesNotContain(EditionScene.TITLE);
        assertThat(anybody.get("/verifier?empreinte=abc").body()).contains("64 chiffres");
        String manifest = anybody.get(edition + "/manifeste.txt").body();
        assertThat(manifest).contains(digest, "mention: TLP:CLEAR");

        make(editor, page, Map.of());
        assertThat(editor.get("/travaux").body()).contains("déjà faits");
    }

    @Test
    void an_amber_copy_bears_its_receiver_and_is_fetched_by_a_link_that_ends() throws Exception {
        Visitor editor = APP.signIn(stage.state.account());
        String page = "/livrables/" + amber + "/fichiers";
        assertThat(editor.post(page, Map.of("destinataire", " ")).statusCode()).isEqualTo(422);
        make(editor, page, Map.of("destinataire", TOWN));
        String shown = editor.get(page).body();
        String issue = found(shown, "name=\"fichiers\" value=\"(\\d+)\"");
        assertThat(APP.anonymous().get("/editions/" + issue).statusCode()).isEqualTo(404);
        assertThat(editor.post(page + "/liens", Map.of("fichiers", issue, "fin", "2020-01-01"))
                        .statusCode())
                .isEqualTo(422);
        String made = editor.post(page + "/liens", link(issue)).body();
        String link = found(made, "(/recu/[A-Za-z0-9_-]+)");
        assertThat(editor.get(page).body()).as("the secret is shown once").doesNotContain(link);

        Visitor receiver = APP.anonymous();
        assertThat(receiver.get(link).body()).contains(TOWN, "TLP:AMBER");
        String name = found(shown, "(livrable-nation-edition-\\d+\\.pdf)");
        byte[] pdf = receiver.download(link + "/" + name).body();
        assertThat(PaperWords.pages(pdf)).allMatch(words -> words.contains(TOWN) && words.contains("23 novembre 2026"));
        String told =
                receiver.get("/verifier?empreinte=" + PressFile.sha256(pdf)).body();
        assertThat(told).contains("Authentique", "TLP:AMBER").doesNotContain(TOWN, EditionScene.TITLE);

        assertThat(editor.get(page + "/registre.csv").body()).contains(TOWN, name);
        String end = found(editor.get(page).body(), "(" + page + "/liens/\\d+/fin)");
        assertThat(editor.post(end, Map.of()).statusCode()).isEqualTo(303);
        assertThat(receiver.get(link).statusCode()).isEqualTo(404);
        assertThat(receiver.get(link + "/" + name).statusCode()).isEqualTo(404);

        String late = found(editor.post(page + "/liens", link(issue)).body(), "(/recu/[A-Za-z0-9_-]+)");
        assertThat(receiver.get(late).statusCode()).isEqualTo(200);
        var before = APP.scene().now.get();
        APP.scene().now.set(before.plus(Duration.ofDays(40)));
        assertThat(receiver.get(late).statusCode()).isEqualTo(404);
        APP.scene().now.set(before);
    }

    @Test
    void a_json_file_is_held_by_the_schema_that_its_own_address_gives() throws Exception {
        Visitor editor = APP.signIn(stage.state.account());
        String page = "/livrables/" + clear + "/fichiers";
        make(editor, page, Map.of());
        String edition = found(editor.get(page).body(), "href=\"(/editions/\\d+)\"");
        Visitor anybody = APP.anonymous();
        String open = anybody.get(edition).body();
        String name = found(open, "/(livrable-nation-edition-\\d+\\.json)");
        JsonNode dossier = new ObjectMapper()
                .readTree(anybody.download(edition + "/" + name).body());
        String address = URI.create(dossier.path("$schema").asText()).getPath();
        assertThat(open).contains("href=\"" + address + "\"");
        HttpResponse<String> schema = anybody.get(address);
        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(schema.headers().firstValue("Content-Type").orElseThrow()).startsWith(SchemaPages.TYPE);
        assertThat(PressFormsTest.faults(schema.body(), dossier)).isEmpty();
        ((ObjectNode) dossier.path("tables").get(0)).put("total", 3);
        assertThat(PressFormsTest.faults(schema.body(), dossier)).isNotEmpty();
    }

    @Test
    void outside_ones_units_files_are_not_found() {
        Visitor other = APP.signIn(APP.scene().agent().account());
        Visitor administrator = APP.signIn(APP.scene().administrator().account());
        String page = "/livrables/" + amber + "/fichiers";
        for (Visitor visitor : new Visitor[] {other, administrator}) {
            assertThat(visitor.get(page).statusCode()).isEqualTo(404);
            assertThat(visitor.get(page + "/registre.csv").statusCode()).isEqualTo(404);
            assertThat(visitor.post(page, Map.of("destinataire", "x")).statusCode())
                    .isEqualTo(404);
        }
    }

    private static Map<String, String> link(String issue) {
        return Map.of("fichiers", issue, "destinataire", TOWN, "fin", "2026-12-15");
    }

    /** Asks for files and waits for the job. */
    static void make(Visitor editor, String page, Map<String, String> form) throws InterruptedException {
        HttpResponse<String> asked = editor.post(page, form);
        assertThat(asked.statusCode()).isEqualTo(303);
        String job = asked.headers().firstValue("Location").orElseThrow();
        for (int tries = 0; tries < 300 && editor.get(job).body().contains("/arret"); tries++) {
            Thread.sleep(100);
        }
    }

    static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
