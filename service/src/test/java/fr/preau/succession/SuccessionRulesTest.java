package fr.preau.succession;

import static fr.preau.succession.SuccessionStage.DAY;
import static fr.preau.succession.SuccessionStage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.RosterChanges;
import fr.preau.campaign.NewCampaign;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may decide that a collectivity replaces another, when, and what is refused. */
class SuccessionRulesTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static SuccessionStage stage;

    @BeforeAll
    static void stage() {
        stage = new SuccessionStage(DB);
    }

    @Test
    void nobody_gives_above_their_rights_by_it_and_audits_of_others_campaigns_stay() {
        SuccessionStage.Pair pair = stage.pair();
        Grant one = new Grant(Role.ADMINISTRATOR, pair.former());
        Grant other = new Grant(Role.ADMINISTRATOR, pair.successor());
        Principal former = stage.scene.person("De l’ancienne " + pair.former().code(), pair.former(), one);
        Principal successor =
                stage.scene.person("De la nouvelle " + pair.former().code(), pair.successor(), other);
        Principal editor = stage.scene.person(
                "Éditrice " + pair.former().code(),
                pair.former(),
                new Grant(Role.EDITOR, pair.former()),
                new Grant(Role.EDITOR, pair.successor()));
        Principal academy = stage.scene.person(
                "De l’académie " + pair.former().code(), Scene.ACADEMY, new Grant(Role.ADMINISTRATOR, Scene.ACADEMY));
        for (Principal without : List.of(former, successor, editor, academy)) {
            refused(() -> stage.successions.preview(without, pair.wish()), Problem.NotFound.class);
            refused(
                    () -> stage.successions.record(without, pair.wish(), "Sans droit", "1:1:0:4:2"),
                    Problem.NotFound.class);
        }
        assertThat(stage.successions
                        .stand(stage.nation, pair.former())
                        .collectivity()
                        .successor())
                .isNull();

        Principal both = stage.scene.person("Des deux " + pair.former().code(), pair.successor(), one, other);
        Effect effect = stage.decide(both, pair.wish());
        assertThat(effect.audits())
                .as("the nation's campaign is not theirs to change")
                .isZero();
        assertThat(effect.staying()).isEqualTo(1);
        assertThat(stage.countsFor(pair)).isEqualTo(pair.former().code());
        assertThat(stage.rights(former))
                .as("an administrator of the former is one of the successor")
                .containsExactly("ADMINISTRATOR " + pair.successor() + " null");
    }

    @Test
    void refuses_rings_and_what_is_replaced_already() {
        SuccessionStage.Pair pair = stage.pair();
        SuccessionStage.Pair next = stage.pair();
        stage.decide(stage.nation, pair.wish());
        refused(() -> stage.successions.preview(stage.nation, pair.wish()), Problem.Conflict.class);
        refused(
                () -> stage.successions.preview(stage.nation, new NewSuccession(pair.successor(), pair.former(), DAY)),
                Problem.Invalid.class);
        refused(
                () -> stage.successions.preview(stage.nation, new NewSuccession(next.former(), pair.former(), DAY)),
                Problem.Invalid.class);
        refused(
                () -> stage.successions.preview(stage.nation, new NewSuccession(next.former(), next.former(), DAY)),
                Problem.Invalid.class);
        refused(
                () -> stage.successions.preview(
                        stage.nation, new NewSuccession(next.former(), next.successor(), DAY.plusDays(30))),
                Problem.Invalid.class);
        stage.decide(stage.nation, new NewSuccession(pair.successor(), next.former(), DAY));
        assertThat(stage.lineage(pair.former()))
                .as("a line of successors is followed to its end")
                .contains(pair.successor().toString(), next.former().toString());
    }

    @Test
    void of_two_people_who_decide_opposite_things_at_once_one_is_refused() {
        SuccessionStage.Pair pair = stage.pair();
        NewSuccession back = new NewSuccession(pair.successor(), pair.former(), DAY);
        String there = stage.successions.preview(stage.nation, pair.wish()).ticket();
        String here = stage.successions.preview(stage.nation, back).ticket();
        List<CompletableFuture<Boolean>> both = List.of(
                CompletableFuture.supplyAsync(() -> stage.succeeds(pair.wish(), there)),
                CompletableFuture.supplyAsync(() -> stage.succeeds(back, here)));
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void refuses_an_effect_that_is_no_longer_the_one_shown_and_writes_nothing() {
        SuccessionStage.Pair pair = stage.pair();
        String seen = stage.successions.preview(stage.nation, pair.wish()).ticket();
        stage.scene.person(
                "Nouvelle venue " + pair.former().code(), pair.former(), new Grant(Role.READER, pair.former()));
        refused(() -> stage.successions.record(stage.nation, pair.wish(), "Trop vite", seen), Problem.Conflict.class);
        assertThat(stage.successions
                        .stand(stage.nation, pair.former())
                        .collectivity()
                        .successor())
                .isNull();
        assertThat(stage.links(pair.school())).hasSize(1);
    }

    @Test
    void answers_the_questions_of_the_import_and_leaves_a_closed_campaign_as_it_was() {
        SuccessionStage.Pair pair = stage.pair();
        DB.owner().useHandle(tx -> {
            tx.execute(
                    "UPDATE campaign SET closes_on = '2026-11-20' WHERE id = ?",
                    pair.campaign().value());
            tx.execute(
                    "UPDATE school_collectivity SET collectivity = ? WHERE uai = ?",
                    pair.successor().code(),
                    pair.school().value());
            tx.execute("INSERT INTO directory_import (file_name, sha256, at, account, counts)"
                    + " VALUES ('a.csv', repeat('0', 64), now(), 0, '{}')");
            tx.execute("INSERT INTO pending_decision (import, kind, uai, collectivity, successor)"
                    + " SELECT max(number), 'MOVED', '" + pair.school() + "', '"
                    + pair.former().code() + "', '"
                    + pair.successor().code() + "' FROM directory_import UNION ALL"
                    + " SELECT max(number), 'MERGED', NULL, '" + pair.former().code() + "', '"
                    + pair.successor().code() + "' FROM directory_import UNION ALL"
                    + " SELECT max(number), 'MERGED', NULL, '" + pair.former().code() + "', '"
                    + Scene.TOWN.code() + "' FROM directory_import");
        });
        Effect effect = stage.decide(stage.nation, pair.wish());
        assertThat(effect.schools()).as("the import has moved them").isZero();
        assertThat(effect.audits()).as("the campaign is closed").isZero();
        assertThat(stage.countsFor(pair)).isEqualTo(pair.former().code());
        assertThat(DB.owner()
                        .<List<String>, RuntimeException>withHandle(
                                tx -> tx.createQuery("SELECT kind || ' ' || outcome FROM pending_decision"
                                                + " WHERE collectivity = :former ORDER BY id")
                                        .bind("former", pair.former().code())
                                        .mapTo(String.class)
                                        .list()))
                .containsExactly("MOVED ACCEPTED", "MERGED ACCEPTED", "MERGED OUTDATED");
    }

    @Test
    void whoever_has_the_successor_runs_what_the_former_has_left() {
        SuccessionStage.Pair pair = stage.pair();
        Grant one = new Grant(Role.ADMINISTRATOR, pair.former());
        Principal both = stage.scene.person(
                "Des deux " + pair.former().code(),
                pair.former(),
                one,
                new Grant(Role.ADMINISTRATOR, pair.successor()));
        CampaignId own = stage.scene.campaigns.create(
                both,
                new NewCampaign(
                        "Campagne de l’ancienne",
                        pair.former(),
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2027, 1, 29),
                        false,
                        NewCampaign.defaultLevels()));
        stage.scene.openings.open(both, own);
        Effect effect = stage.decide(both, pair.wish());
        assertThat(effect.own()).isEqualTo(1);
        assertThat(effect.audits()).as("their own campaign's").isEqualTo(1);
        assertThat(stage.countsFor(stage.scene.audit(own, pair.school())))
                .isEqualTo(pair.successor().code());
        Principal editor = stage.scene.person(
                "Éditrice " + pair.former().code(), pair.successor(), new Grant(Role.EDITOR, pair.successor()));
        assertThat(new RosterChanges(
                                stage.scene.database, stage.scene.journal, stage.scene.campaigns, stage.scene.clock)
                        .roster(editor, own)
                        .expected())
                .isEqualTo(1);
    }
}
