package fr.preau.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.edition.Content;
import fr.preau.edition.EditionScene;
import fr.preau.edition.Label;
import fr.preau.edition.NewDeliverable;
import fr.preau.edition.Table;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Schools by name in AMBER, for who sees every one of them, and in nothing else. */
class NamedSchoolsTest {
    @RegisterExtension
    static final App APP = new App();

    /** Rendered, in the first of two communes called Montrelay. */
    private static final Uai SCHOOL = Uai.of(8_000_200);

    private static final UnitId COMMUNE = UnitId.collectivity("35920");

    private static EditionScene stage;
    private static Principal near;
    private static Principal mayor;

    @BeforeAll
    static void stage() {
        stage = new EditionScene(APP.scene(), APP.postgres());
        near = stage.scene.person(
                "Rédactrice de l’académie",
                Scene.ACADEMY,
                new Grant(Role.EDITOR, Scene.ACADEMY),
                new Grant(Role.READER, Scene.ACADEMY));
        mayor = stage.scene.person(
                "Mairie de Montrelay", COMMUNE, new Grant(Role.EDITOR, COMMUNE), new Grant(Role.AGENT, COMMUNE));
    }

    @Test
    void names_the_schools_of_its_perimeter_with_their_figures() {
        DeliverableId id = start(near, Scene.ACADEMY, Label.AMBER);
        Table schools = stage.editions.deliverables().whole(near, id).content().table("schools");
        assertThat(schools.rows()).extracting(row -> row.key()).contains(SCHOOL.value(), Scene.COLLEGE.value());
        assertThat(schools.rows()).extracting(row -> row.key()).doesNotContain(Scene.FAR_SCHOOL.value());
        assertThat(schools.rows())
                .filteredOn(row -> row.key().equals(SCHOOL.value()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.heads()).containsExactly("École Jules-Ferry", SCHOOL.value());
                    assertThat(row.cells().toString()).contains("Montrelay", "Validé");
                    assertThat(row.cells().get(3).share()).isEqualTo(1.0);
                    assertThat(row.cells().get(4).share()).isBetween(0.3, 0.7);
                    assertThat(row.cells().get(5).share()).isBetween(0.2, 0.8);
                    assertThat(row.cells().get(6).text()).matches("[A-Z]{3}(, [A-Z]{3}){2}");
                });
        assertThat(schools.rows())
                .filteredOn(row -> row.key().equals(Scene.COLLEGE.value()))
                .singleElement()
                .satisfies(row -> assertThat(row.cells().subList(4, 7))
                        .as("not rendered")
                        .allMatch(cell -> cell.share() == null && cell.text() == null));
    }

    @Test
    void a_collectivity_names_its_own_schools_alone() {
        DeliverableId id = start(mayor, COMMUNE, Label.AMBER);
        assertThat(stage.editions
                        .deliverables()
                        .whole(mayor, id)
                        .content()
                        .table("schools")
                        .rows())
                .extracting(row -> row.key())
                .containsExactlyInAnyOrder(SCHOOL.value(), Uai.of(8_000_201).value());
        DeliverableId strict = start(mayor, COMMUNE, Label.AMBER_STRICT);
        assertThat(ids(stage.editions.deliverables().whole(mayor, strict).content()))
                .contains("schools");
    }

    @Test
    void who_does_not_see_every_school_by_name_begins_one_that_names_none() {
        DeliverableId id = start(stage.state, UnitId.NATION, Label.AMBER);
        assertThat(ids(stage.editions.deliverables().whole(stage.state, id).content()))
                .doesNotContain("schools");
        Principal judge = stage.scene.person(
                "Revue nationale",
                UnitId.NATION,
                new Grant(Role.EDITOR, UnitId.NATION),
                new Grant(Role.REVIEWER, UnitId.NATION));
        DeliverableId named = start(judge, UnitId.NATION, Label.AMBER);
        assertThat(ids(stage.editions.deliverables().whole(judge, named).content()))
                .contains("schools");
        int read = APP.postgres()
                .owner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM journal_entry WHERE action = 'deliverable.schoolsRead' AND object = :object")
                        .bind("object", "deliverable/" + named)
                        .mapTo(Integer.class)
                        .one());
        assertThat(read).isOne();
        for (Principal other : List.of(stage.state, stage.collectivity)) {
            assertThat(ids(stage.editions.deliverables().whole(other, named).content()))
                    .as(other.name())
                    .doesNotContain("schools");
            assertThatThrownBy(() -> stage.editions.dossiers().named(other, named))
                    .isNotNull();
            assertThat((long) stage.scene.database.call(
                            other,
                            tx -> tx.createQuery("SELECT count(*) FROM frozen_school")
                                    .mapTo(Long.class)
                                    .one()))
                    .as("the second lock")
                    .isZero();
        }
    }

    @Test
    void one_has_a_copy_of_ones_own_that_no_link_leads_to() throws Exception {
        DeliverableId id = published(near, Scene.ACADEMY, Label.AMBER);
        Visitor editor = APP.signIn(near.account());
        Visitor other = APP.signIn(stage.state.account());
        String page = "/livrables/" + id + "/fichiers";
        assertThat(other.get(page).body()).doesNotContain("Mon exemplaire");
        assertThat(other.post(page, Map.of("etablissements", "oui")).statusCode())
                .isEqualTo(404);
        assertThat(editor.get(page).body()).contains("Mon exemplaire, avec les établissements");
        IssueHttpTest.make(editor, page, Map.of("etablissements", "oui"));
        String shown = editor.get(page).body();
        String base = IssueHttpTest.found(shown, "(" + page + "/\\d+/livrable-academie-14-edition-\\d+)\\.csv");
        assertThat(shown).contains(near.name()).doesNotContain("Faire un lien");
        assertThat(words(editor.download(base + ".csv").body(), "")).contains(SCHOOL.value(), "Jules-Ferry");
        assertThat(PaperWords.pages(editor.download(base + ".pdf").body()))
                .allMatch(words -> words.contains("Rédactrice de l’académie"))
                .anyMatch(words -> words.contains(SCHOOL.value()));
        assertThat(other.get(page).body())
                .contains("Ses fichiers sont à qui l’a demandé")
                .doesNotContain(base);
        assertThat(other.get(base + ".csv").statusCode()).isEqualTo(404);
        assertThat(editor.get(page + "/registre.csv").body()).contains("Rédactrice de l’académie");
        String issue = IssueHttpTest.found(base, "fichiers/(\\d+)/");
        for (Visitor visitor : List.of(editor, other)) {
            var refused =
                    visitor.post(page + "/liens", Map.of("fichiers", issue, "destinataire", "x", "fin", "2026-12-15"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("ne part pas par un lien");
        }
        APP.postgres()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE access_grant SET revoked_at = now() - interval '1 year', since = since - interval '2 years'"
                                + " WHERE account = ? AND role = 'READER'",
                        near.account().value()));
        assertThat(editor.get(base + ".csv").statusCode()).as("who lost sight").isEqualTo(404);
        APP.postgres()
                .owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE access_grant SET revoked_at = NULL WHERE account = ? AND role = 'READER'",
                        near.account().value()));
    }

    @Test
    void no_other_file_of_any_format_names_one() throws IOException {
        Principal judge = stage.scene.person(
                "Revue nationale bis",
                UnitId.NATION,
                new Grant(Role.EDITOR, UnitId.NATION),
                new Grant(Role.REVIEWER, UnitId.NATION));
        for (Label label : List.of(Label.CLEAR, Label.GREEN)) {
            DeliverableId id = published(judge, UnitId.NATION, label);
            assertThat(stage.editions.dossiers().names(judge, id)).isZero();
            assertThatThrownBy(() -> stage.editions.dossiers().named(judge, id)).isNotNull();
            mustNameNone(stage.editions.dossiers().of(judge, id), null);
        }
        DeliverableId lowered = start(judge, UnitId.NATION, Label.AMBER);
        stage.editions.labelling().change(judge, lowered, Label.GREEN, "Pour les réseaux.");
        stage.editions.labelling().decide(stage.collectivity, lowered, true);
        assertThat(stage.editions.dossiers().names(judge, lowered)).isZero();
        assertThat(ids(stage.editions.deliverables().whole(judge, lowered).content()))
                .doesNotContain("schools");
        DeliverableId amber = published(judge, UnitId.NATION, Label.AMBER);
        mustNameNone(stage.editions.dossiers().of(judge, amber), PressFixture.copy());
        assertThat(said(stage.editions.dossiers().named(judge, amber), PressFixture.copy()))
                .as("the test looks where they would be")
                .filteredOn(words -> words.contains(SCHOOL.value()))
                .hasSizeGreaterThanOrEqualTo(7);
    }

    private static void mustNameNone(Content content, Copy copy) throws IOException {
        assertThat(said(content, copy))
                .hasSize(Press.FILES)
                .noneMatch(words -> words.contains("Jules-Ferry") || words.contains("8000200"));
    }

    /** Each file's bytes, unpacked, as text. */
    private static List<String> said(Content content, Copy copy) throws IOException {
        List<String> said = new ArrayList<>();
        for (PressFile file :
                PressTest.PRESS.all(PressFixture.printed(content, copy), PressFixture.key(), done -> {})) {
            said.add(words(file.content(), file.name()));
        }
        return said;
    }

    private static String words(byte[] bytes, String name) throws IOException {
        StringBuilder words = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        if (name.endsWith(".pdf")) {
            words.append(String.join(" ", PaperWords.pages(bytes)));
            PaperWords.attached(bytes).values().forEach(data -> words.append(new String(data, StandardCharsets.UTF_8)));
        }
        if (name.matches(".*\\.(zip|odt|ods|xlsx)")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    words.append(words(zip.readAllBytes(), entry.getName()));
                }
            }
        }
        return words.toString();
    }

    private static List<String> ids(Content content) {
        return content.tables().stream().map(Table::id).toList();
    }

    private static DeliverableId start(Principal by, UnitId unit, Label label) {
        return stage.editions
                .deliverables()
                .start(by, new NewDeliverable(EditionScene.TITLE, unit, label, stage.campaign, null));
    }

    private static DeliverableId published(Principal by, UnitId unit, Label label) {
        DeliverableId id = start(by, unit, label);
        stage.publish(id);
        return id;
    }
}
