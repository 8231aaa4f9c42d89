package fr.preau.shared;

import static fr.preau.checklist.Verdict.CONFORME;
import static fr.preau.checklist.Verdict.NON_CONFORME;
import static fr.preau.checklist.Verdict.PARTIEL;
import static fr.preau.shared.Sharing.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.KeptFigures;
import fr.preau.database.Database;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.LabelId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.SiteId;
import fr.preau.shared.TakeoverStage.Pair;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a replaced collectivity gave for many stays in the audits; its successor's agents make it their own by one gesture. */
class TakeoverTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final ControlCode BACKUP = Scene.control("SAU-02");
    private static final ControlCode ACCESS = Scene.control("ACC-03");

    private static TakeoverStage stage;
    private static Scene scene;

    @BeforeAll
    static void stage() {
        stage = new TakeoverStage(DB);
        scene = stage.scene;
    }

    @Test
    void leaves_the_answers_where_they_are_and_becomes_the_heirs_as_it_stands() {
        Pair pair = stage.pair();
        SharedAnswerId given = stage.gives(pair.theirs(), pair.former(), BACKUP, PARTIEL, SchoolSet.ALL);
        stage.save(pair.theirs(), pair.second(), BACKUP, CONFORME);
        stage.replace(pair.former(), pair.heir());
        assertThat(stage.sharing.cell(pair.ours(), pair.first(), BACKUP).verdict())
                .as("nothing has vanished")
                .isEqualTo(PARTIEL);
        assertThat(stage.from(pair.ours(), pair.first(), BACKUP)).startsWith("Ancienne");
        refused(Problem.NotFound.class, () -> stage.sharing.answers.standing(pair.ours(), given));

        long versions = versions();
        assertThat(stage.left(pair.ours(), pair.heir()).lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(List.of(line.followers(), line.exceptions())).containsExactly(1, 1));
        assertThat(stage.take(pair.ours(), pair.heir(), Set.of(given))).isEqualTo(new Takeovers.Done(1, 0));

        assertThat(versions()).as("no answer is written").isEqualTo(versions);
        SharedAnswer taken = stage.sharing.answers.standing(pair.ours(), given).shared();
        assertThat(taken.owner()).isEqualTo(pair.heir());
        assertThat(taken.takenFromName()).startsWith("Ancienne");
        assertThat(taken.set())
                .as("all of the former's are some of the heir's")
                .isEqualTo(SchoolSet.list(List.of(pair.first(), pair.second())));
        assertThat(stage.from(pair.ours(), pair.first(), BACKUP)).startsWith("Nouvelle");
        assertThat(stage.sharing
                        .answers
                        .standing(pair.ours(), given)
                        .exceptions()
                        .items())
                .as("an exception stays one")
                .hasSize(1);
        assertThat(stage.left(pair.ours(), pair.heir()).isEmpty()).isTrue();
        for (String object : List.of("unit/" + pair.heir(), "unit/" + pair.former(), "shared/" + given)) {
            assertThat(actions(pair.ours(), object)).as(object).contains("shared.takenOver");
        }
        assertThat(new KeptFigures(new Database(DB.owner(), scene.clock)).difference())
                .isEmpty();
        assertThat(stage.gives(pair.ours(), pair.heir(), BACKUP, CONFORME, taken.set()))
                .as("what one changes is the one that was taken over")
                .isEqualTo(given);
        stage.sharing.answers.undo(pair.ours(), given);
        assertThat(stage.sharing.cell(pair.ours(), pair.first(), BACKUP).verdict())
                .isEqualTo(PARTIEL);
    }

    @Test
    void keeps_ones_own_where_one_has_answered_unless_one_chooses_and_takes_labels_along() {
        Pair pair = stage.pair();
        LabelId theirs = stage.sharing.labels.create(pair.theirs(), pair.former(), "Sites infogérés");
        stage.sharing.labels.save(pair.theirs(), theirs, "Sites infogérés", List.of(pair.first()));
        LabelId ours = stage.sharing.labels.create(pair.ours(), pair.heir(), "sites infogérés");
        SharedAnswerId labelled = stage.gives(pair.theirs(), pair.former(), BACKUP, PARTIEL, SchoolSet.label(theirs));
        SharedAnswerId met = stage.gives(pair.theirs(), pair.former(), ACCESS, CONFORME, SchoolSet.ALL);
        SharedAnswerId own = stage.gives(pair.ours(), pair.heir(), ACCESS, NON_CONFORME, SchoolSet.ALL);
        stage.replace(pair.former(), pair.heir());

        Takeover left = stage.left(pair.ours(), pair.heir());
        assertThat(left.free()).as("what meets nothing of one's own").containsExactly(labelled);
        assertThat(left.own(ACCESS)).extracting(SharedAnswer::id).containsExactly(own);
        assertThat(stage.take(pair.ours(), pair.heir(), left.free())).isEqualTo(new Takeovers.Done(1, 1));
        assertThat(stage.sharing
                        .answers
                        .standing(pair.ours(), labelled)
                        .shared()
                        .setKind())
                .isEqualTo(SchoolSet.Kind.LABEL);
        assertThat(stage.sharing.labels.list(pair.ours(), pair.heir()))
                .extracting(Label::name)
                .containsExactlyInAnyOrder(
                        "sites infogérés", "Sites infogérés (" + pair.former().code() + ")");
        assertThat(stage.sharing.labels.detail(pair.ours(), ours).label().schools())
                .isZero();
        assertThat(stage.from(pair.ours(), pair.first(), ACCESS))
                .as("the other stays in its audits in the former's name")
                .startsWith("Ancienne");

        assertThat(stage.take(pair.ours(), pair.heir(), Set.of(met))).isEqualTo(new Takeovers.Done(1, 0));
        assertThat(stage.sharing.cell(pair.ours(), pair.first(), ACCESS).verdict())
                .isEqualTo(CONFORME);
        assertThat(stage.sharing.cell(pair.ours(), pair.own(), ACCESS).verdict())
                .isEqualTo(NON_CONFORME);
        assertThat(stage.sharing.answers.standing(pair.ours(), own).shared().verdict())
                .isEqualTo(NON_CONFORME);
    }

    @Test
    void refuses_what_is_no_longer_as_it_was_shown_and_writes_nothing() {
        Pair pair = stage.pair();
        SharedAnswerId given = stage.gives(pair.theirs(), pair.former(), BACKUP, PARTIEL, SchoolSet.ALL);
        stage.replace(pair.former(), pair.heir());
        Takeover seen = stage.left(pair.ours(), pair.heir());
        SharedAnswerId own = stage.gives(pair.ours(), pair.heir(), BACKUP, NON_CONFORME, SchoolSet.ALL);
        refused(
                Problem.Conflict.class,
                () -> stage.takeovers.take(pair.ours(), scene.campaign, pair.heir(), seen.free(), seen.ticket()));
        assertThat(owner(given)).isEqualTo(pair.former().toString());
        refused(Problem.Conflict.class, () -> stage.take(pair.ours(), pair.heir(), Set.of(own)));
        refused(Problem.Invalid.class, () -> stage.take(pair.ours(), pair.heir(), Set.of()));
    }

    @Test
    void cannot_hold_two_answers_for_the_very_same_list() {
        Pair pair = stage.pair();
        SharedAnswerId given = stage.gives(pair.theirs(), pair.former(), BACKUP, PARTIEL, SchoolSet.ALL);
        stage.replace(pair.former(), pair.heir());
        SchoolSet same = SchoolSet.list(List.of(pair.first(), pair.second()));
        String seen = stage.sharing
                .answers
                .preview(pair.ours(), stage.sharing.proposal(pair.heir(), BACKUP, same, NON_CONFORME, null))
                .seen();
        stage.sharing.answers.apply(
                pair.ours(), stage.sharing.proposal(pair.heir(), BACKUP, same, NON_CONFORME, null), Set.of(), seen);
        assertThat(stage.left(pair.ours(), pair.heir()).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.same()).isTrue());
        refused(Problem.Conflict.class, () -> stage.take(pair.ours(), pair.heir(), Set.of(given)));
    }

    @Test
    void of_two_colleagues_at_once_one_takes_over_and_the_other_is_told() {
        for (int round = 0; round < 4; round++) {
            Pair pair = stage.pair();
            stage.gives(pair.theirs(), pair.former(), BACKUP, PARTIEL, SchoolSet.ALL);
            stage.replace(pair.former(), pair.heir());
            Principal colleague = stage.agent("Collègue", pair.heir());
            Takeover seen = stage.left(pair.ours(), pair.heir());
            List<CompletableFuture<Boolean>> both = List.of(
                    CompletableFuture.supplyAsync(() -> stage.takes(pair.ours(), pair.heir(), seen)),
                    CompletableFuture.supplyAsync(() -> stage.takes(colleague, pair.heir(), seen)));
            assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void is_the_heirs_at_the_end_of_the_line_and_nobody_elses() {
        Pair pair = stage.pair();
        Pair next = stage.pair();
        SharedAnswerId given = stage.gives(pair.theirs(), pair.former(), BACKUP, PARTIEL, SchoolSet.ALL);
        String steal = "UPDATE shared_answer SET owner = '" + pair.heir() + "' WHERE id = " + given;
        assertThat(scene.database.<Integer>call(pair.ours(), tx -> tx.execute(steal)))
                .as("before the decision")
                .isZero();
        stage.replace(pair.former(), pair.heir());
        Principal other = stage.agent("D’ailleurs", Scene.FAR_TOWN);
        refused(Problem.NotFound.class, () -> stage.left(other, pair.heir()));
        assertThat(stage.left(other, Scene.FAR_TOWN).isEmpty()).isTrue();
        assertThat(scene.database.<Integer>call(other, tx -> tx.execute(steal))).isZero();
        String change = "UPDATE shared_answer SET verdict = 'CONFORME' WHERE id = " + given;
        assertThatThrownBy(() -> scene.database.call(pair.ours(), tx -> tx.execute(change)))
                .as("the lock lets it become one's own, and nothing else")
                .hasMessageContaining("row-level security");
        stage.replace(pair.heir(), next.heir());
        assertThat(stage.take(next.ours(), next.heir(), Set.of(given)).answers())
                .isOne();
    }

    @Test
    void an_accord_about_a_site_does_not_go_over_and_is_given_anew() {
        Pair pair = stage.pair();
        Principal beside = stage.agent("D’à côté", Scene.VALLEYS);
        SameSites sites = new SameSites(scene.database, scene.journal, scene.audits, scene.clock);
        SiteId accord = sites.propose(pair.theirs(), scene.campaign, pair.first(), Scene.COLLEGE);
        sites.accept(beside, accord);
        SiteId asked = sites.propose(pair.theirs(), scene.campaign, pair.second(), Scene.SECOND_COLLEGE);
        stage.replace(pair.former(), pair.heir());

        for (Principal person : List.of(pair.ours(), beside)) {
            assertThat(sites.overview(person, null).sites())
                    .filteredOn(site -> site.id().equals(accord) || site.id().equals(asked))
                    .extracting(SameSite::state)
                    .containsExactly(SameSite.State.LAPSED, SameSite.State.LAPSED);
        }
        refused(Problem.Conflict.class, () -> sites.accept(beside, asked));
        SiteId anew = sites.propose(pair.ours(), scene.campaign, pair.first(), Scene.COLLEGE);
        sites.accept(beside, anew);
        assertThat(sites.overview(pair.ours(), null).sites())
                .extracting(SameSite::state)
                .containsExactlyInAnyOrder(SameSite.State.AGREED, SameSite.State.LAPSED);
        assertThat(actions(beside, "site/" + accord)).startsWith("site.ended");
        assertThat(sites.overview(stage.agent("De loin", Scene.FAR_TOWN), null).sites())
                .isEmpty();
    }

    private static String owner(SharedAnswerId id) {
        return DB.owner()
                .withHandle(tx -> tx.createQuery("SELECT owner FROM shared_answer WHERE id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
    }

    private static long versions() {
        return stage.sharing.count("SELECT sum(version) FROM answer");
    }

    private static List<String> actions(Principal by, String object) {
        return scene.database.call(
                by,
                tx -> scene.journal.of(tx, object, List.of(), Long.MAX_VALUE, 10).stream()
                        .map(entry -> entry.action())
                        .toList());
    }
}
