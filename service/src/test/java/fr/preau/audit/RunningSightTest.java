package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.UnitId;
import fr.preau.review.SendBack;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the second lock gives to who runs units, editors and administrators: audits from outside, and one change. */
class RunningSightTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final List<String> CHILDREN = List.of("answer", "audit_writer", "rendered_answer", "review_reason");
    private static final String REMOVE = "UPDATE audit SET state = 'REMOVED' WHERE id = ?";

    private static Scene scene;
    private static CampaignId ofAcademy;
    private static Principal nation;
    private static Principal academy;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.COLLEGE);
        scene.answerAll(agent, audit, Verdict.PARTIEL);
        scene.reviews.submit(agent, audit);
        scene.reviews.sendBack(scene.reviewer(), audit, new SendBack(Map.of(Scene.control("SAU-02"), "À revoir.")));
        ofAcademy = scene.campaigns.create(
                Actor.SYSTEM,
                new NewCampaign(
                        "Rennes",
                        Scene.ACADEMY,
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2027, 1, 29),
                        false,
                        NewCampaign.defaultLevels()));
        scene.openings.open(Actor.OPERATOR, ofAcademy);
        nation = scene.person("Éditrice nationale", UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
        academy = scene.person("Administrateur de Rennes", Scene.ACADEMY, new Grant(Role.ADMINISTRATOR, Scene.ACADEMY));
    }

    @Test
    void sees_the_audits_of_the_units_that_one_runs_and_no_others() {
        for (UnitId unit : List.of(
                UnitId.NATION, UnitId.region("53"), Scene.ACADEMY, Scene.OTHER_ACADEMY, Scene.VALLEYS, Scene.TOWN)) {
            Principal editor = scene.person("Éditeur " + unit, unit, new Grant(Role.EDITOR, unit));
            Perimeter run = editor.perimeter(Role.EDITOR);
            Unlocked find = Unlocked.of("audit/AuditSql/find");
            for (Long audit : ids(nation, "SELECT id FROM audit")) {
                Map<String, ?> values = Map.of("id", new AuditId(audit), "today", Paris.today(scene.clock));
                List<Map<String, Object>> locked = scene.database.running(editor, tx -> find.locked(tx, run, values));
                List<Map<String, Object>> unlocked = scene.database.running(editor, tx -> find.unlocked(tx, values));
                assertThat(unlocked).as(unit + ", audit " + audit).isEqualTo(locked);
            }
            assertThat(scene.database.<Set<Long>>call(
                            editor,
                            tx -> new HashSet<>(tx.createQuery("SELECT id FROM audit")
                                    .mapTo(Long.class)
                                    .list())))
                    .as("no school by name for that role alone")
                    .isEmpty();
        }
        assertThat(ids(nation, "SELECT id FROM audit")).hasSize(13);
        assertThat(ids(academy, "SELECT id FROM audit")).hasSize(12);
        assertThat(ids(scene.person("Personne", Scene.TOWN), "SELECT id FROM audit"))
                .isEmpty();
        assertThat(ids(Actor.SYSTEM, "SELECT id FROM audit")).isEmpty();
    }

    @Test
    void sees_nothing_of_what_is_inside_them_whatever_else_one_holds() {
        Principal all = scene.person(
                "Tous les droits", UnitId.NATION, Scene.everything().toArray(Grant[]::new));
        for (Principal person : List.of(nation, academy, all)) {
            for (String child : CHILDREN) {
                assertThat(ids(person, "SELECT audit FROM " + child))
                        .as(person.name() + ", " + child)
                        .isEmpty();
            }
            assertThat(ids(person, "SELECT audit FROM audit_cell WHERE verdict IS NOT NULL"))
                    .isEmpty();
        }
        AuditId audit = scene.audit(Scene.COLLEGE);
        assertThat(written(all, "UPDATE answer SET verdict = 'CONFORME'")).isZero();
        assertRefused(
                all,
                "INSERT INTO review_reason (audit, round, control, reason, author, at)" + " VALUES (" + audit
                        + ", 1, 'SAU-03', 'x', 1, now())");
        assertRefused(
                all,
                "INSERT INTO answer (campaign, audit, control, verdict, version, author, party, at)" + " VALUES ("
                        + scene.campaign + ", " + audit + ", 'SAU-03', 'CONFORME', 1, 1, 'ETAT', now())");
    }

    @Test
    void changes_an_audit_only_by_taking_it_out_of_a_campaign_that_one_runs() {
        AuditId national = scene.audit(Scene.SCHOOL);
        AuditId academic = scene.audit(ofAcademy, Scene.SCHOOL);
        assertThat(written(nation, REMOVE, national.value())).isEqualTo(1);
        assertThat(written(nation, REMOVE, academic.value())).isEqualTo(1);
        assertThat(written(academy, REMOVE, academic.value())).isEqualTo(1);
        assertThat(written(academy, REMOVE, national.value()))
                .as("seen, but in a campaign of the nation")
                .isZero();
        for (Principal other : List.of(scene.reviewer(), scene.townAgent(), scene.stateAgent())) {
            assertThat(written(other, REMOVE, national.value()))
                    .as(other.name())
                    .isZero();
        }
        assertRefused(nation, "UPDATE audit SET state = 'TO_DO', round = 0 WHERE id = " + national);
        assertRefused(nation, "UPDATE audit SET school_name = 'Autre' WHERE id = " + national);
    }

    private static Set<Long> ids(Actor person, String sql) {
        return scene.database.running(
                person,
                tx -> new HashSet<>(tx.createQuery(sql).mapTo(Long.class).list()));
    }

    /** Rows that would be written: nothing is kept. */
    private static int written(Actor person, String sql, Object... values) {
        return scene.database.running(person, tx -> {
            int rows = tx.execute(sql, values);
            tx.rollback();
            return rows;
        });
    }

    private static void assertRefused(Actor person, String sql) {
        assertThatThrownBy(() -> written(person, sql)).hasMessageContaining("row-level security");
    }
}
