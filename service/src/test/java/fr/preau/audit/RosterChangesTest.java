package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.RosterChange.Kind;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A roster whose schools close and change hands while its campaigns run; each campaign decides for itself. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RosterChangesTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Scene scene;
    private static RosterChanges changes;
    private static Principal editor;
    private static CampaignId closed;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        changes = new RosterChanges(scene.database, scene.journal, scene.campaigns, scene.clock);
        editor = scene.person("Éditrice nationale", UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
        closed = scene.campaign("2025–2026", LocalDate.of(2025, 11, 3), LocalDate.of(2026, 1, 30));
    }

    @Test
    @Order(1)
    void asks_nothing_while_nothing_has_changed() {
        RosterChanges.Roster roster = changes.roster(editor, scene.campaign);
        assertThat(roster.changes()).isEmpty();
        assertThat(roster.expected()).isEqualTo(7);
        assertThat(roster.open()).isTrue();
    }

    @Test
    @Order(2)
    void takes_out_a_closed_school_by_decision_only() {
        AuditId audit = scene.audit(Scene.SECOND_COLLEGE);
        close(Scene.SECOND_COLLEGE);
        DB.owner()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO directory_import (file_name, sha256, at, account, counts) VALUES ('a.csv', repeat('0', 64), now(), 0, '{}');"
                                + " INSERT INTO pending_decision (import, kind, uai) VALUES (1, 'CLOSED', '"
                                + Scene.SECOND_COLLEGE + "')"));
        assertThat(state(audit)).isEqualTo(AuditState.TO_DO);
        RosterChange waiting = only(Kind.CLOSED);
        assertThat(waiting.id()).isEqualTo(audit);
        assertThat(decide(Kind.CLOSED, true, waiting)).isEqualTo(1);
        assertThat(state(audit)).isEqualTo(AuditState.REMOVED);
        RosterChanges.Roster after = changes.roster(editor, scene.campaign);
        assertThat(after.changes()).isEmpty();
        assertThat(after.expected()).isEqualTo(6);
        assertThat(after.decided().get(0).reason()).isEqualTo("Arrêté de fermeture");
        assertThat(DB.owner()
                        .<String, RuntimeException>withHandle(
                                handle -> handle.createQuery("SELECT outcome FROM pending_decision")
                                        .mapTo(String.class)
                                        .one()))
                .as("the import's question is answered")
                .isEqualTo("ACCEPTED");
        assertThat(scene.audits.view(scene.agent(), audit).audit().state())
                .as("it stays readable")
                .isEqualTo(AuditState.REMOVED);
    }

    @Test
    @Order(3)
    void lets_an_audit_follow_its_school_or_stay_where_it_counted() {
        scene.move(Scene.THIRD_COLLEGE, Scene.TOWN);
        scene.move(Scene.COLLEGE, Scene.TOWN);
        List<RosterChange> waiting = changes.roster(editor, scene.campaign).of(Kind.MOVED);
        assertThat(waiting).extracting(RosterChange::uai).containsExactlyInAnyOrder(Scene.COLLEGE, Scene.THIRD_COLLEGE);
        RosterChange follows = of(waiting, Scene.COLLEGE);
        RosterChange stays = of(waiting, Scene.THIRD_COLLEGE);
        assertThat(follows.presentName()).isEqualTo("Montrelay");
        assertThat(decide(Kind.MOVED, true, follows)).isEqualTo(1);
        assertThat(decide(Kind.MOVED, false, stays)).isEqualTo(1);
        assertThat(countsFor(Scene.COLLEGE)).isEqualTo(Scene.TOWN.code());
        assertThat(countsFor(Scene.THIRD_COLLEGE)).isEqualTo(Scene.VALLEYS.code());
        assertThat(changes.roster(editor, scene.campaign).changes()).isEmpty();
        scene.database.run(
                editor,
                tx -> assertThat(scene.journal.exactly(tx, "campaign/" + scene.campaign, 10))
                        .anySatisfy(entry -> assertThat(entry.action()).isEqualTo("roster.decided")));
    }

    @Test
    @Order(4)
    void asks_again_when_a_school_that_was_to_stay_moves_once_more() {
        DB.owner()
                .useHandle(handle -> handle.execute("UPDATE school_collectivity SET collectivity = '"
                        + Scene.OTHER_TOWN.code() + "' WHERE to_day IS NULL AND uai = '" + Scene.THIRD_COLLEGE + "'"));
        RosterChange waiting = only(Kind.MOVED);
        assertThat(waiting.uai()).isEqualTo(Scene.THIRD_COLLEGE);
        RosterDecision outdated =
                new RosterDecision(Kind.MOVED, Set.of(waiting.id() + ":" + Scene.TOWN.code()), true, "Vue d’hier");
        assertThatThrownBy(() -> changes.decide(editor, scene.campaign, outdated))
                .as("the page has shown another collectivity")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Conflict.class));
        assertThat(countsFor(Scene.THIRD_COLLEGE)).isEqualTo(Scene.VALLEYS.code());
    }

    @Test
    @Order(5)
    void is_found_by_nobody_who_does_not_run_the_campaign() {
        Principal academy = scene.person("Éditeur de Rennes", Scene.ACADEMY, new Grant(Role.EDITOR, Scene.ACADEMY));
        RosterChange waiting = only(Kind.MOVED);
        for (Principal other : List.of(academy, scene.agent(), scene.reviewer(), scene.stateAgent())) {
            assertThatThrownBy(() -> changes.roster(other, scene.campaign))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.NotFound.class));
            assertThatThrownBy(() -> changes.decide(other, scene.campaign, decision(Kind.MOVED, true, waiting)))
                    .isInstanceOf(Refusal.class);
            assertThat(scene.database.<List<Long>>running(
                            other,
                            tx -> tx.createQuery("SELECT follow_collectivity(ARRAY[" + waiting.id() + "]::bigint[])")
                                    .mapTo(Long.class)
                                    .list()))
                    .as("the second lock holds where the first is forgotten")
                    .isEmpty();
        }
        assertThat(countsFor(Scene.THIRD_COLLEGE)).isEqualTo(Scene.VALLEYS.code());
    }

    @Test
    @Order(6)
    void changes_nothing_in_a_campaign_that_is_closed() {
        RosterChanges.Roster roster = changes.roster(editor, closed);
        assertThat(roster.open()).isFalse();
        assertThat(roster.changes()).isNotEmpty();
        RosterDecision late = new RosterDecision(
                roster.changes().get(0).kind(), Set.of(roster.changes().get(0).ticket()), true, "Trop tard");
        assertThatThrownBy(() -> changes.decide(editor, closed, late))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Conflict.class));
    }

    private static int decide(Kind kind, boolean followed, RosterChange change) {
        return changes.decide(editor, scene.campaign, decision(kind, followed, change));
    }

    private static RosterDecision decision(Kind kind, boolean followed, RosterChange change) {
        return new RosterDecision(kind, Set.of(change.ticket()), followed, "Arrêté de fermeture");
    }

    private static RosterChange only(Kind kind) {
        List<RosterChange> waiting = changes.roster(editor, scene.campaign).of(kind);
        assertThat(waiting).hasSize(1);
        return waiting.get(0);
    }

    private static RosterChange of(List<RosterChange> waiting, Uai uai) {
        return waiting.stream().filter(one -> one.uai().equals(uai)).findFirst().orElseThrow();
    }

    private static void close(Uai uai) {
        DB.owner().useHandle(handle -> handle.execute("UPDATE school SET state = 'CLOSED' WHERE uai = '" + uai + "'"));
    }

    private static AuditState state(AuditId audit) {
        return DB.owner()
                .withHandle(handle -> handle.createQuery("SELECT state FROM audit WHERE id = :id")
                        .bind("id", audit)
                        .mapTo(AuditState.class)
                        .one());
    }

    private static String countsFor(Uai uai) {
        return DB.owner()
                .withHandle(handle -> handle.createQuery("SELECT collectivity FROM audit WHERE id = :id")
                        .bind("id", scene.audit(uai))
                        .mapTo(String.class)
                        .one());
    }
}
