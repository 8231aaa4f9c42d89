package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Verdict;
import fr.preau.dashboard.SchoolFilter;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.review.SendBack;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The rows' policies, with the first lock taken off: the service's own queries without their perimeter give each role, on
 * each unit of both trees, what they give with it.
 */
class SecondLockTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String OPEN = "2026-11-23T09:00:00Z";
    private static final String CLOSED = "2027-02-15T09:00:00Z";
    private static final List<String> CHILDREN = List.of("answer", "audit_writer", "rendered_answer", "review_reason");

    private static Scene scene;
    private static final Map<String, Principal> PEOPLE = new LinkedHashMap<>();

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.COLLEGE);
        scene.answerAll(agent, audit, Verdict.PARTIEL);
        scene.reviews.submit(agent, audit);
        scene.reviews.sendBack(scene.reviewer(), audit, new SendBack(Map.of(Scene.control("SAU-02"), "À revoir.")));
        Principal elsewhere = scene.person("Agente au loin", Scene.FAR_TOWN, new Grant(Role.AGENT, Scene.FAR_TOWN));
        scene.answerAll(elsewhere, scene.audit(Scene.FAR_SCHOOL), Verdict.CONFORME);
        scene.move(Scene.SECOND_COLLEGE, Scene.OTHER_TOWN);
        for (UnitId unit : List.of(
                UnitId.NATION,
                UnitId.region("53"),
                Scene.ACADEMY,
                Scene.OTHER_ACADEMY,
                UnitId.department("35"),
                Scene.VALLEYS,
                Scene.TOWN,
                Scene.OTHER_TOWN,
                UnitId.school(Scene.COLLEGE),
                UnitId.school(Scene.CIO))) {
            for (Role role : Role.values()) {
                if (role.fits(unit.kind())) {
                    String name = role + " " + unit;
                    PEOPLE.put(name, scene.person(name, unit, new Grant(role, unit)));
                }
            }
        }
        PEOPLE.put("nobody", scene.person("Personne", Scene.TOWN));
        PEOPLE.put(
                "both trees",
                scene.person(
                        "Deux arbres",
                        Scene.TOWN,
                        new Grant(Role.AGENT, Scene.TOWN),
                        new Grant(Role.READER, Scene.OTHER_ACADEMY)));
    }

    @Test
    void gives_each_role_by_name_what_the_perimeter_gives_open_or_closed() {
        AuditId college = scene.audit(Scene.COLLEGE);
        Map<String, Map<String, ?>> queries = Map.of(
                "audit/AuditSql/find", Map.of("id", college),
                "audit/AuditSql/lockForSave", Map.of("id", scene.audit(Scene.SECOND_COLLEGE)),
                "audit/AuditSql/lockCellForSave",
                        Map.of(
                                "id",
                                scene.audit(Scene.SECOND_COLLEGE),
                                "control",
                                Scene.control("SAU-02"),
                                "begun",
                                false),
                "audit/ManySql/audits",
                        Map.of("audits", new Long[] {
                            college.value(), scene.audit(Scene.SCHOOL).value()
                        }),
                "audit/AuditListSql/page", page(),
                "audit/AuditListSql/countByState", page(),
                "audit/AuditListSql/search", Map.of("words", List.of("%e%"), "limit", 50),
                "dashboard/SchoolSql/schools", schools());
        int seen = 0;
        for (String instant : List.of(OPEN, CLOSED)) {
            scene.at(instant);
            for (var query : queries.entrySet()) {
                Unlocked one = Unlocked.of(query.getKey());
                Map<String, Object> values = new HashMap<>(query.getValue());
                values.put("today", Paris.today(scene.clock));
                for (var person : PEOPLE.entrySet()) {
                    Perimeter named = Audits.named(person.getValue());
                    var locked = scene.database.call(person.getValue(), tx -> one.locked(tx, named, values));
                    var unlocked = scene.database.call(person.getValue(), tx -> one.unlocked(tx, values));
                    assertThat(unlocked)
                            .as(person.getKey() + ", " + query.getKey() + ", " + instant)
                            .isEqualTo(locked);
                    seen += unlocked.size();
                }
            }
        }
        scene.at(OPEN);
        assertThat(seen).as("somebody saw something").isGreaterThan(100);
    }

    @Test
    void gives_each_role_no_figure_but_of_its_units() {
        Unlocked campaigns = Unlocked.of("audit/AuditListSql/counted");
        Map<String, ?> today = Map.of("today", Paris.today(scene.clock));
        PEOPLE.forEach((name, person) -> assertSameFigures(name, person, campaigns, today));
    }

    private static void assertSameFigures(String name, Principal person, Unlocked query, Map<String, ?> values) {
        Perimeter units = person.perimeter(Role.values());
        List<Map<String, Object>> locked = scene.database.figures(person, tx -> query.locked(tx, units, values));
        List<Map<String, Object>> unlocked = scene.database.figures(person, tx -> query.unlocked(tx, values));
        assertThat(unlocked).as(name + ", " + query).isEqualTo(locked);
    }

    @Test
    void lets_what_belongs_to_an_audit_be_seen_with_it_alone() {
        for (Principal person : PEOPLE.values()) {
            Set<Long> audits = ids(person, "SELECT id FROM audit");
            for (String child : CHILDREN) {
                assertThat(audits)
                        .as(person.name() + ", " + child)
                        .containsAll(ids(person, "SELECT audit FROM " + child));
            }
        }
        for (String child : CHILDREN) {
            assertThat(ids(PEOPLE.get("REVIEWER nation"), "SELECT audit FROM " + child))
                    .as(child)
                    .isNotEmpty();
            assertThat(ids(PEOPLE.get("AGENT " + Scene.VALLEYS), "SELECT audit FROM " + child))
                    .as(child)
                    .containsExactly(scene.audit(Scene.COLLEGE).value());
        }
    }

    @Test
    void sees_nothing_without_a_person_and_everything_for_the_operator_alone() {
        assertThat(ids(Actor.SYSTEM, "SELECT id FROM audit")).isEmpty();
        assertThat(ids(Actor.OPERATOR, "SELECT id FROM audit")).hasSize(7);
        assertThat(scene.database.<Integer>recognise(tx -> count(tx, "audit"))).isZero();
        assertThat(DB.service().<Integer, RuntimeException>withHandle(tx -> count(tx, "audit")))
                .isZero();
        Principal gone = PEOPLE.get("REVIEWER nation");
        String entry =
                "SELECT enter(%d, 'SERVICE', now())".formatted(gone.account().value());
        assertRefused(Actor.SYSTEM, "runs for 0 NAMED already", tx -> tx.execute("SELECT enter(0, 'SERVICE', now())"));
        assertThatThrownBy(() -> DB.service().useTransaction(tx -> tx.execute(entry)))
                .hasMessageContaining("has no reach SERVICE");
    }

    @Test
    void keeps_its_person_through_a_unit_of_work_within_it() {
        Principal agent = PEOPLE.get("AGENT " + Scene.TOWN);
        Principal other = PEOPLE.get("REVIEWER nation");
        int seen = scene.database.call(agent, tx -> {
            scene.database.run(
                    Actor.SYSTEM, within -> assertThat(count(within, "audit")).isEqualTo(1));
            return count(tx, "audit");
        });
        assertThat(seen).isEqualTo(1);
        for (Actor wider : List.of(other, Actor.OPERATOR)) {
            assertRefused(agent, "already", tx -> scene.database.call(wider, within -> count(within, "audit")));
        }
    }

    @Test
    void forgets_a_right_that_is_revoked_or_over_and_a_person_who_left() {
        for (String end : List.of("revoked_at = since", "until = since + interval '1 minute'")) {
            Principal reviewer = scene.reviewer();
            DB.owner()
                    .useHandle(owner -> owner.execute(
                            "UPDATE access_grant SET " + end + " WHERE account = ?",
                            reviewer.account().value()));
            scene.at("2026-11-23T09:02:00Z");
            assertThat(ids(reviewer, "SELECT id FROM audit")).as(end).isEmpty();
            scene.at(OPEN);
        }
        Principal reviewer = scene.reviewer();
        assertThat(ids(reviewer, "SELECT id FROM audit")).isNotEmpty();
        scene.accounts.disable(scene.administrator(), reviewer.account());
        assertThat(ids(reviewer, "SELECT id FROM audit")).isEmpty();
    }

    @Test
    void lets_nobody_write_outside_their_units_nor_answer_without_the_role() {
        String answer = "INSERT INTO answer (campaign, audit, control, verdict, version, author, party, at)"
                + " SELECT ?, ?, 'SAU-03', 'CONFORME', 1, 1, 'ETAT', now()";
        AuditId far = scene.audit(Scene.FAR_SCHOOL);
        for (String name : List.of("AGENT " + Scene.VALLEYS, "REVIEWER nation", "EDITOR nation", "nobody")) {
            assertRefused(
                    PEOPLE.get(name),
                    "row-level security",
                    tx -> tx.execute(answer, scene.campaign.value(), far.value()));
        }
        AuditId college = scene.audit(Scene.COLLEGE);
        Principal reviewer = PEOPLE.get("REVIEWER " + Scene.ACADEMY);
        assertThat(written(reviewer, "UPDATE answer SET verdict = 'CONFORME'")).isZero();
        assertThat(written(PEOPLE.get("nobody"), "UPDATE audit SET state = 'TO_DO'"))
                .isZero();
        assertThat(written(PEOPLE.get("AGENT " + Scene.TOWN), "UPDATE audit SET state = state"))
                .isEqualTo(1);
        assertRefused(
                PEOPLE.get("REVIEWER " + Scene.OTHER_ACADEMY),
                "row-level security",
                tx -> tx.execute(
                        "INSERT INTO review_reason (audit, round, control, reason, author, at) VALUES (?, 1, 'SAU-03', 'x', 1, now())",
                        college.value()));
        assertRefused(
                PEOPLE.get("ADMINISTRATOR " + Scene.ACADEMY),
                "row-level security",
                tx -> tx.execute("INSERT INTO audit"
                        + " (campaign, uai, school_name, school_type, commune, commune_name, department, academy, region, search_text)"
                        + " SELECT campaign, '" + Uai.of(8_000_099)
                        + "', 'x', school_type, '44901', 'x', '44', '17', '52', 'x'"
                        + " FROM campaign_type LIMIT 1"));
        assertThatThrownBy(() -> scene.database.figures(reviewer, tx -> tx.execute("UPDATE audit SET state = state")))
                .hasMessageContaining("read-only");
    }

    private static Map<String, ?> page() {
        Map<String, Object> values = new HashMap<>();
        values.put("campaign", scene.campaign);
        values.put("f", AuditFilter.ALL);
        values.put("u", Perimeter.of(Set.of(UnitId.NATION)));
        values.put("after", null);
        values.put("limit", 50);
        return values;
    }

    private static Map<String, ?> schools() {
        Map<String, Object> values = new HashMap<>(page());
        values.put("f", SchoolFilter.ALL);
        return values;
    }

    private static Set<Long> ids(Actor person, String sql) {
        return scene.database.call(
                person,
                tx -> new HashSet<>(tx.createQuery(sql).mapTo(Long.class).list()));
    }

    private static int written(Actor person, String sql) {
        return scene.database.call(person, tx -> tx.execute(sql));
    }

    private static int count(Handle tx, String table) {
        return tx.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Integer.class)
                .one();
    }

    private static void assertRefused(Actor person, String reason, Function<Handle, Integer> write) {
        assertThatThrownBy(() -> scene.database.call(person, write)).hasMessageContaining(reason);
    }
}
