package fr.preau.evidence;

import static fr.preau.evidence.SampleFile.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rows' policies of evidence, with the perimeter taken off; and many hands at once. */
class EvidenceLockTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final ControlCode BACKUP = Scene.control("SAU-02");
    private static Scene scene;
    private static Evidence evidence;
    private static Principal agent;

    @BeforeAll
    static void attach() {
        scene = new Scene(DB);
        evidence = new Evidence(scene.database, scene.journal, scene.audits, scene.clock, 1_000_000);
        agent = scene.agent();
        attach(agent, Scene.COLLEGE, "college");
        attach(scene.townAgent(), Scene.SCHOOL, "ecole");
        attach(at(Role.AGENT, Scene.FAR_TOWN), Scene.FAR_SCHOOL, "loin");
    }

    @Test
    void a_piece_and_its_file_are_seen_with_their_audit_alone() {
        Map<Principal, Set<String>> seen = Map.of(
                agent,
                Set.of("college.pdf"),
                scene.townAgent(),
                Set.of("ecole.pdf"),
                scene.head(),
                Set.of("college.pdf"),
                scene.reviewer(),
                Set.of("college.pdf", "ecole.pdf"),
                at(Role.REVIEWER, UnitId.NATION),
                Set.of("college.pdf", "ecole.pdf", "loin.pdf"),
                scene.nationalReader(),
                Set.of(),
                scene.administrator(),
                Set.of());
        seen.forEach((person, titles) -> {
            assertThat(texts(person, "SELECT title FROM evidence"))
                    .as(person.name())
                    .isEqualTo(titles);
            assertThat(texts(person, "SELECT sha256::text FROM evidence_blob"))
                    .as(person.name())
                    .hasSize(titles.size());
            assertThat(texts(person, "SELECT audit::text FROM live_evidence"))
                    .as(person.name())
                    .hasSize(titles.size());
        });
        assertThat(texts(Actor.SYSTEM, "SELECT sha256::text FROM evidence_blob"))
                .isEmpty();
        assertThat(scene.database.<Set<String>>running(
                        scene.administrator(),
                        tx -> new HashSet<>(tx.createQuery("SELECT title FROM evidence")
                                .mapTo(String.class)
                                .list())))
                .as("who runs a campaign sees audits from outside")
                .isEmpty();
    }

    @Test
    void nobody_writes_a_piece_outside_their_units_nor_without_answering() {
        String steal =
                "INSERT INTO evidence (campaign, checklist, control, attachment, audit, holder, kind, title, url,"
                        + " author, at) SELECT campaign, checklist, control, attachment, "
                        + scene.audit(Scene.FAR_SCHOOL)
                        + ", holder, 'LINK', 'x', 'https://x', 1, now() FROM evidence LIMIT 1";
        for (Principal person : List.of(agent, scene.reviewer())) {
            assertThatThrownBy(() -> scene.database.run(person, tx -> tx.execute(steal)))
                    .hasMessageContaining("row-level security");
        }
        int changed = scene.database.call(
                scene.reviewer(), tx -> tx.execute("UPDATE evidence SET removed_at = now(), removed_by = 1"));
        assertThat(changed).isZero();
        for (String attempt : List.of(
                "DELETE FROM evidence",
                "DELETE FROM evidence_blob",
                "UPDATE evidence SET audit = audit",
                "UPDATE evidence_blob SET content = 'x'")) {
            assertThatThrownBy(() -> scene.database.run(agent, tx -> tx.execute(attempt)))
                    .as(attempt)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_database_keeps_no_content_under_another_digest() {
        assertThatThrownBy(() -> DB.owner()
                        .useHandle(owner -> owner.execute(
                                "UPDATE evidence_blob SET content = overlay(content placing" + " 'X' from 1)")))
                .hasMessageContaining("check constraint");
    }

    @Test
    void eight_hands_at_once_take_ten_places_and_no_more() throws Exception {
        Evidence narrow = new Evidence(scene.database, scene.journal, scene.audits, scene.clock, 1_000_000);
        ExecutorService hands = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> tries = IntStream.range(0, 24)
                .mapToObj(i -> hands.submit(() -> {
                    start.await();
                    return attached(narrow, i);
                }))
                .toList();
        start.countDown();
        int kept = 0;
        for (Future<Boolean> one : tries) {
            kept += one.get() ? 1 : 0;
        }
        hands.shutdown();
        assertThat(kept).isEqualTo(Shelf.PIECES);
        assertThat(scene.audits
                        .control(agent, scene.audit(Scene.SECOND_COLLEGE), BACKUP)
                        .pieces())
                .hasSize(Shelf.PIECES);
    }

    private static boolean attached(Evidence narrow, int turn) {
        try {
            narrow.attach(
                    agent,
                    scene.audit(Scene.SECOND_COLLEGE),
                    BACKUP,
                    SampleFile.piece(pdf("% " + turn % 3), turn + ".pdf"));
            return true;
        } catch (fr.preau.kernel.Refusal full) {
            return false;
        }
    }

    private static void attach(Principal by, Uai school, String name) {
        evidence.attach(by, scene.audit(school), BACKUP, SampleFile.piece(pdf("% " + name), name + ".pdf"));
    }

    private static Principal at(Role role, UnitId unit) {
        return scene.person(role + " de " + unit, unit, new Grant(role, unit));
    }

    private static Set<String> texts(Actor person, String sql) {
        return scene.database.call(
                person,
                tx -> new HashSet<>(tx.createQuery(sql).mapTo(String.class).list()));
    }
}
