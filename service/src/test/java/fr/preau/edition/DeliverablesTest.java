package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Side;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A livrable from its frozen figures to its publication and its replacement. */
class DeliverablesTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static EditionScene stage;
    private static EditionServices editions;

    @BeforeAll
    static void stage() {
        stage = new EditionScene(new Scene(DB), DB);
        editions = stage.editions;
    }

    @Test
    void everything_after_the_start_reads_the_frozen_figures() {
        DeliverableId id = stage.start(Label.CLEAR);
        DeliverableView before = editions.deliverables().view(stage.state, id);
        assertThat(before.content().table("types").rows())
                .filteredOn(row -> row.key().equals("ECOLE.SAU"))
                .singleElement()
                .satisfies(row -> assertThat(row.cells().get(0)).isEqualTo(Cell.number(10)));
        assertThat(before.content().table("types").rows())
                .filteredOn(row -> row.key().startsWith("COLLEGE."))
                .isEmpty();
        stage.render(stage.campaign, "8000011%");
        stage.render(stage.campaign, "8000012%");
        assertThat(editions.deliverables().view(stage.state, id).content().tables())
                .as("two audits rendered since change nothing")
                .isEqualTo(before.content().tables());
        assertThat(before.content().fictitious()).isTrue();
        assertThat(before.content().sources().get(0).rendered()).isEqualTo(10);
        assertThat(before.figures()).containsKeys("conformite", "conformite.ECOLE.SAU", "conformite.SAU-01", "rendus");
        assertThat(before.figures().keySet()).noneMatch(name -> name.contains("CIO"));
    }

    @Test
    void a_label_fixes_which_tables_are_inside() {
        assertThat(editions.deliverables()
                        .view(stage.state, stage.start(Label.CLEAR))
                        .content()
                        .tables())
                .extracting(Table::id)
                .containsExactly("roles", "parties", "levels", "academies", "controls", "measures", "types");
        assertThat(editions.deliverables()
                        .view(stage.state, stage.start(Label.GREEN))
                        .content()
                        .tables())
                .extracting(Table::id)
                .contains("departments")
                .doesNotContain("collectivities");
        refused(() -> new NewDeliverable("x", Scene.TOWN, Label.GREEN, stage.campaign, null), Problem.Invalid.class);
    }

    @Test
    void two_editors_lose_no_text() {
        DeliverableId id = stage.start(Label.CLEAR);
        editions.deliverables().write(stage.state, id, Outline.PRIORITES.id(), 0, "Sauvegarder.");
        assertThatThrownBy(() ->
                        editions.deliverables().write(stage.collectivity, id, Outline.PRIORITES.id(), 0, "Former."))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem())
                                .isInstanceOfSatisfying(
                                        Problem.Stale.class,
                                        stale -> assertThat(stale.current())
                                                .isInstanceOfSatisfying(
                                                        TextVersion.class,
                                                        text -> assertThat(text.body())
                                                                .isEqualTo("Sauvegarder."))));
        editions.deliverables().write(stage.collectivity, id, Outline.PRIORITES.id(), 1, "Sauvegarder, former.");
        assertThat(editions.deliverables().history(stage.state, id, Outline.PRIORITES.id()))
                .extracting(TextVersion::version, TextVersion::body, TextVersion::authorName)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "Sauvegarder, former.", "Éditeur d’un département"),
                        org.assertj.core.groups.Tuple.tuple(1, "Sauvegarder.", "Éditrice du ministère"));
    }

    @Test
    void a_figure_is_inserted_by_its_name_and_an_unknown_name_stops_the_proposal() {
        DeliverableId id = stage.start(Label.CLEAR);
        editions.deliverables()
                .write(stage.state, id, Outline.AVANT_PROPOS.id(), 0, "Conformité : {{conformite.ECOLE.SAU}}.");
        DeliverableView view = editions.deliverables().view(stage.state, id);
        assertThat(view.content().sections().get(0).body().toString())
                .contains("Conformité : " + view.figures().get("conformite.ECOLE.SAU") + ".");
        editions.deliverables().write(stage.state, id, Outline.AVANT_PROPOS.id(), 1, "{{conformite.CIO}} {{nimporte}}");
        assertThat(editions.deliverables().view(stage.state, id).unknown())
                .containsEntry("avant-propos", List.of("conformite.CIO", "nimporte"));
        refused(() -> editions.lives().propose(stage.state, id), Problem.Invalid.class);
        assertThat(editions.deliverables().view(stage.state, id).deliverable().state())
                .isEqualTo(State.DRAFT);
    }

    @Test
    void two_sides_sign_the_same_dossier_then_it_is_published_and_replaced() {
        DeliverableId id = stage.start(Label.CLEAR);
        editions.lives().propose(stage.state, id);
        refused(
                () -> editions.deliverables().write(stage.state, id, Outline.PRIORITES.id(), 0, "x"),
                Problem.Conflict.class);
        String first = editions.dossiers().of(stage.state, id).sha256();
        editions.lives().sign(stage.state, id, first);
        refused(() -> editions.lives().sign(stage.state, id, first), Problem.Conflict.class);
        refused(() -> editions.lives().publish(stage.state, id), Problem.Conflict.class);
        editions.lives().resume(stage.collectivity, id);
        editions.deliverables().write(stage.collectivity, id, Outline.PRIORITES.id(), 0, "Une seule.");
        stage.scene.at("2026-11-24T09:00:00Z");
        editions.lives().propose(stage.state, id);
        refused(() -> editions.lives().sign(stage.state, id, first), Problem.Conflict.class);
        Content proposed = editions.dossiers().of(stage.state, id);
        assertThat(proposed.imprint().signatures())
                .as("those of the first proposal are void")
                .isEmpty();
        editions.lives().sign(stage.collectivity, id, proposed.sha256());
        assertThat(state(id)).isEqualTo(State.PROPOSED);
        stage.scene.at("2026-11-24T09:01:00Z");
        editions.lives().sign(stage.state, id, proposed.sha256());
        assertThat(state(id)).isEqualTo(State.APPROVED);
        editions.lives().publish(stage.state, id);
        Content published = editions.dossiers().published(id);
        assertThat(published.sha256()).isEqualTo(proposed.sha256());
        assertThat(published.tables()).isEqualTo(proposed.tables());
        assertThat(published.imprint().signatures())
                .extracting(Signature::side)
                .containsExactly(Side.COLLECTIVITY, Side.STATE);
        DeliverableId next = editions.lives().renew(stage.state, id, "Corrige une faute.");
        stage.publish(next);
        assertThat(state(id)).isEqualTo(State.REPLACED);
        assertThat(editions.dossiers().published(next).imprint().changes()).isEqualTo("Corrige une faute.");
        assertThat(editions.dossiers().published(next).imprint().number())
                .isEqualTo(published.imprint().number() + 1);
        refused(() -> editions.lives().withdraw(stage.state, id, "x"), Problem.Conflict.class);
        editions.lives().withdraw(stage.state, next, "Retirée.");
        assertThat(state(next)).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void what_is_frozen_or_published_never_changes_whoever_asks() {
        DeliverableId id = stage.start(Label.CLEAR);
        stage.publish(id);
        for (String attempt : List.of(
                "UPDATE frozen_figure SET held_weight = 0",
                "DELETE FROM frozen_snapshot",
                "TRUNCATE frozen_behind",
                "UPDATE dossier SET content = ''",
                "UPDATE deliverable_text SET body = ''",
                "UPDATE dossier_signature SET side = 'STATE'",
                "DELETE FROM dossier_row",
                "UPDATE deliverable SET title = 'x' WHERE id = " + id,
                "UPDATE deliverable SET state = 'DRAFT', number = NULL, published_at = NULL WHERE id = " + id)) {
            assertThatThrownBy(() -> DB.owner().useHandle(handle -> handle.execute(attempt)))
                    .as(attempt)
                    .hasMessageMatching("(?s).*(never changes|is published).*");
        }
    }

    @Test
    void a_later_snapshot_takes_over_what_was_published() {
        stage.publish(stage.start(Label.CLEAR));
        long rendered = frozen(stage.start(Label.CLEAR));
        stage.render(stage.campaign, "8000012%");
        stage.render(stage.campaign, "8000011%");
        assertThat(frozen(stage.start(Label.CLEAR)))
                .as("the two late écoles wait")
                .isEqualTo(rendered);
    }

    private static long frozen(DeliverableId id) {
        return editions.deliverables()
                .view(stage.state, id)
                .content()
                .sources()
                .get(0)
                .rendered();
    }

    @Test
    void lowering_a_label_takes_a_second_person() {
        DeliverableId id = stage.start(Label.GREEN);
        editions.labelling().change(stage.state, id, Label.AMBER, "");
        assertThat(label(id)).isEqualTo(Label.AMBER);
        refused(() -> editions.labelling().change(stage.state, id, Label.CLEAR, " "), Problem.Invalid.class);
        editions.labelling().change(stage.state, id, Label.CLEAR, "Pour toutes les écoles.");
        assertThat(label(id)).isEqualTo(Label.AMBER);
        refused(() -> editions.labelling().decide(stage.state, id, true), Problem.Forbidden.class);
        editions.labelling().decide(stage.collectivity, id, true);
        assertThat(label(id)).isEqualTo(Label.CLEAR);
        assertThatThrownBy(() -> DB.owner()
                        .useHandle(handle -> handle.execute(
                                "UPDATE label_request SET decided_by = asked_by WHERE outcome IS NOT NULL")))
                .hasMessageContaining("label_request_check");
    }

    @Test
    void a_collectivity_appears_with_its_own_agreement_alone() {
        UnitId commune = UnitId.collectivity("35923");
        Principal mayor = stage.scene.person("Mairie", commune, new Grant(Role.ADMINISTRATOR, commune));
        refused(
                () -> editions.appearances().decide(stage.state, stage.campaign, commune, true),
                Problem.NotFound.class);
        editions.appearances().decide(mayor, stage.campaign, commune, true);
        assertThat(editions.appearances().list(mayor))
                .filteredOn(Appearance::agreed)
                .extracting(Appearance::collectivity)
                .containsExactly("35923");
        editions.appearances().decide(mayor, stage.campaign, commune, false);
        assertThat(editions.appearances().list(mayor)).noneMatch(Appearance::agreed);
    }

    @Test
    void outside_ones_units_a_deliverable_is_not_found() {
        DeliverableId id = stage.start(Label.CLEAR);
        Principal local = stage.scene.person("Éditeur local", Scene.ACADEMY, new Grant(Role.EDITOR, Scene.ACADEMY));
        Principal reader = stage.scene.nationalReader();
        for (Principal person : List.of(local, reader)) {
            refused(() -> editions.deliverables().view(person, id), Problem.NotFound.class);
            refused(() -> editions.lives().propose(person, id), Problem.NotFound.class);
            refused(() -> editions.dossiers().of(person, id), Problem.NotFound.class);
            assertThat(editions.deliverables().list(person)).isEmpty();
        }
        refused(() -> editions.dossiers().published(id), Problem.NotFound.class);
        long seen = stage.scene.database.call(
                local,
                tx -> tx.createQuery("SELECT (SELECT count(*) FROM deliverable) + (SELECT count(*) FROM frozen_figure)"
                                + " + (SELECT count(*) FROM dossier)")
                        .mapTo(Long.class)
                        .one());
        assertThat(seen).as("the second lock").isZero();
    }

    private static State state(DeliverableId id) {
        return editions.deliverables().view(stage.state, id).deliverable().state();
    }

    private static Label label(DeliverableId id) {
        return editions.deliverables().view(stage.state, id).deliverable().label();
    }

    private static void refused(ThrowingCallable attempt, Class<? extends Problem> problem) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(problem));
    }
}
