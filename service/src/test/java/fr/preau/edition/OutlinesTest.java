package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The outline of a livrable, edited by two people, frozen with its dossier, and told by the next edition. */
class OutlinesTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String HOSTILE = "{{rendus}} # <script>alert(1)</script> =1+1 ${7*7} | {0}";

    private static EditionScene stage;
    private static EditionServices editions;

    @BeforeAll
    static void stage() {
        stage = new EditionScene(new Scene(DB), DB);
        editions = stage.editions;
    }

    @Test
    void a_section_of_ones_own_is_added_written_renamed_moved_taken_out_and_put_back() {
        DeliverableId id = stage.start(Label.CLEAR);
        edit(id, OutlineStep.ADD, "", "  Retours d’expérience ");
        editions.deliverables().write(stage.state, id, "ajout-1", 0, "Il y a {{rendus}} audits.");
        edit(id, OutlineStep.UP, "ajout-1", "");
        edit(id, OutlineStep.RENAME, "priorites", "Nos priorités");
        assertThat(sections(id))
                .endsWith("mesures-recommandees", "ajout-1", "methode-et-limites", "annexes")
                .hasSize(11);
        Content content = content(id);
        assertThat(section(content, "ajout-1").heading()).isEqualTo("Retours d’expérience");
        assertThat(section(content, "ajout-1").body().toString()).contains("Il y a 10 audits.");
        assertThat(section(content, "priorites").heading()).isEqualTo("Nos priorités");
        edit(id, OutlineStep.RENAME, "priorites", "");
        assertThat(section(content(id), "priorites").heading()).isEqualTo("Priorités fixées ensemble");
        edit(id, OutlineStep.OUT, "ajout-1", "");
        assertThat(sections(id)).doesNotContain("ajout-1").hasSize(10);
        edit(id, OutlineStep.BACK, "ajout-1", "");
        assertThat(section(content(id), "ajout-1").body().toString())
                .as("its text was kept")
                .contains("Il y a 10 audits.");
        assertThat(editions.outlines().history(stage.collectivity, id))
                .extracting(
                        OutlineVersion::version,
                        version -> version.changes().stream()
                                .map(change -> change.key())
                                .toList())
                .startsWith(tuple(7, List.of("edition.outline.added")), tuple(6, List.of("edition.outline.removed")))
                .endsWith(tuple(2, List.of("edition.outline.added")), tuple(1, List.of()));
    }

    @Test
    void of_two_editors_the_second_is_shown_the_first_ones_outline_and_changes_nothing_unseen() {
        DeliverableId id = stage.start(Label.CLEAR);
        editions.outlines().change(stage.state, id, 1, new OutlineEdit(OutlineStep.OUT, "evolutions", ""));
        assertThatThrownBy(() -> editions.outlines()
                        .change(stage.collectivity, id, 1, new OutlineEdit(OutlineStep.ADD, "", "La mienne")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem())
                                .isInstanceOfSatisfying(
                                        Problem.Stale.class,
                                        stale -> assertThat(stale.current()).isEqualTo(outline(id))));
        assertThat(sections(id)).hasSize(10);
        editions.outlines().change(stage.state, id, 2, new OutlineEdit(OutlineStep.UP, "avant-propos", ""));
        assertThat(outline(id).version()).as("what changes nothing").isEqualTo(2);
    }

    @Test
    void method_and_annexes_stay_and_unknown_sections_are_not_found() {
        DeliverableId id = stage.start(Label.CLEAR);
        refused(() -> edit(id, OutlineStep.OUT, "methode-et-limites", ""), Problem.Conflict.class);
        refused(() -> edit(id, OutlineStep.OUT, "annexes", ""), Problem.Conflict.class);
        refused(() -> edit(id, OutlineStep.OUT, "ajout-1", ""), Problem.NotFound.class);
        refused(() -> editions.deliverables().write(stage.state, id, "ajout-1", 0, "x"), Problem.NotFound.class);
        for (String heading : List.of("", "\u00a0\u200b", "deux\nlignes", "deux\u2028lignes", "x".repeat(121))) {
            refused(() -> edit(id, OutlineStep.ADD, "", heading), Problem.Invalid.class);
        }
        assertThatThrownBy(() -> DB.owner()
                        .useHandle(handle -> handle.execute(
                                "INSERT INTO deliverable_chapter VALUES (" + id + ", 1, 99, 'annexes', NULL, false)")))
                .hasMessageContaining("deliverable_chapter_check");
    }

    @Test
    void tables_of_a_section_that_is_taken_out_stand_in_the_annexes_and_the_label_alone_says_which_there_are() {
        DeliverableId whole = stage.start(Label.GREEN);
        DeliverableId shorter = stage.start(Label.GREEN);
        edit(shorter, OutlineStep.OUT, "etat-des-lieux", "");
        edit(shorter, OutlineStep.OUT, "qui-fait-quoi", "");
        assertThat(section(content(shorter), "annexes").tables())
                .contains("types", "roles", "parties", "levels", "academies", "departments");
        assertThat(content(shorter).tables())
                .containsExactlyInAnyOrderElementsOf(content(whole).tables());
        assertThat(content(shorter).tables().stream().map(Table::id))
                .as("in the order of the document, for what has no sections")
                .containsExactlyElementsOf(content(shorter).sections().stream()
                        .flatMap(section -> section.tables().stream())
                        .toList());
        editions.lives().propose(stage.state, whole);
        editions.lives().propose(stage.state, shorter);
        assertThat(rows(shorter)).isNotEmpty().isEqualTo(rows(whole));
        editions.lives().resume(stage.state, whole);
        editions.lives().resume(stage.state, shorter);
    }

    @Test
    void nothing_changes_once_it_is_proposed_and_signatures_fall_with_a_new_proposal() {
        DeliverableId id = stage.start(Label.CLEAR);
        editions.lives().propose(stage.state, id);
        String first = editions.dossiers().of(stage.state, id).sha256();
        editions.lives().sign(stage.state, id, first);
        refused(() -> edit(id, OutlineStep.OUT, "priorites", ""), Problem.Conflict.class);
        editions.lives().resume(stage.state, id);
        edit(id, OutlineStep.OUT, "priorites", "");
        editions.lives().propose(stage.state, id);
        Content again = editions.dossiers().of(stage.state, id);
        assertThat(again.sha256()).isNotEqualTo(first);
        assertThat(again.imprint().signatures()).isEmpty();
        assertThat(again.sections()).extracting(Section::id).doesNotContain("priorites");
        editions.lives().resume(stage.state, id);
    }

    @Test
    void a_new_edition_begins_with_the_outline_and_says_what_it_changes_in_words_that_stay_text() {
        DeliverableId id = stage.start(Label.CLEAR);
        edit(id, OutlineStep.ADD, "", "Merci");
        stage.publish(id);
        assertThat(editions.dossiers().published(id).imprint().changes()).isNull();
        DeliverableId next = editions.lives().renew(stage.state, id, "Corrige une faute");
        assertThat(outline(next).chapters()).isEqualTo(outline(id).chapters());
        assertThat(content(next).imprint().changes()).isEqualTo("Corrige une faute");
        edit(next, OutlineStep.OUT, "ajout-1", "");
        edit(next, OutlineStep.ADD, "", HOSTILE);
        edit(next, OutlineStep.RENAME, "priorites", "Nos priorités");
        edit(next, OutlineStep.DOWN, "avant-propos", "");
        edit(next, OutlineStep.DOWN, "avant-propos", "");
        stage.publish(next);
        Content published = editions.dossiers().published(next);
        assertThat(section(published, "ajout-2").heading()).isEqualTo(HOSTILE);
        assertThat(published.imprint().changes())
                .isEqualTo(
                        "Corrige une faute. Section déplacée\u00a0: «\u00a0Avant-propos\u00a0». Section renommée\u00a0: «\u00a0Priorités fixées"
                                + " ensemble\u00a0», devenue «\u00a0Nos priorités\u00a0». Section ajoutée\u00a0: «\u00a0"
                                + HOSTILE
                                + "\u00a0». Section retirée\u00a0: «\u00a0Merci\u00a0».");
    }

    @Test
    void a_section_that_only_introduces_tables_is_left_out_without_one_until_somebody_writes_in_it() {
        DeliverableId id = stage.start(Label.CLEAR);
        assertThat(sections(id)).contains("etat-des-lieux").doesNotContain("evolutions");
        editions.deliverables().write(stage.state, id, "evolutions", 0, "Une seule campagne à ce jour.");
        assertThat(sections(id)).contains("evolutions");
    }

    @Test
    void outside_ones_units_an_outline_is_not_found() {
        DeliverableId id = stage.start(Label.CLEAR);
        Principal local = stage.scene.person("Éditeur local", Scene.ACADEMY, new Grant(Role.EDITOR, Scene.ACADEMY));
        refused(() -> editions.outlines().view(local, id), Problem.NotFound.class);
        refused(() -> editions.outlines().history(local, id), Problem.NotFound.class);
        refused(
                () -> editions.outlines().change(local, id, 1, new OutlineEdit(OutlineStep.ADD, "", "x")),
                Problem.NotFound.class);
        assertThat(stage.scene.database.<Long>call(
                        local,
                        tx -> tx.createQuery("SELECT (SELECT count(*) FROM deliverable_outline) + (SELECT count(*) FROM"
                                        + " deliverable_chapter)")
                                .mapTo(Long.class)
                                .one()))
                .as("the second lock")
                .isZero();
    }

    private static void edit(DeliverableId id, OutlineStep step, String section, String heading) {
        editions.outlines().change(stage.state, id, outline(id).version(), new OutlineEdit(step, section, heading));
    }

    private static DraftOutline outline(DeliverableId id) {
        return editions.outlines().view(stage.state, id).outline();
    }

    private static Content content(DeliverableId id) {
        return editions.deliverables().view(stage.state, id).content();
    }

    private static List<String> sections(DeliverableId id) {
        return content(id).sections().stream().map(Section::id).toList();
    }

    private static Section section(Content content, String id) {
        return content.sections().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(DeliverableId id) {
        return DB.owner()
                .withHandle(
                        handle -> handle.createQuery("SELECT concat_ws(' ', r.family, r.unit, r.slice, r.hidden) AS row"
                                        + " FROM dossier_row r JOIN dossier o ON o.id = r.dossier WHERE o.deliverable = :id"
                                        + " ORDER BY row")
                                .bind("id", id.value())
                                .mapTo(String.class)
                                .list());
    }

    private static void refused(ThrowingCallable attempt, Class<? extends Problem> problem) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(problem));
    }
}
