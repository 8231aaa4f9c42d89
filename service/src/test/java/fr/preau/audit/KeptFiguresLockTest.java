package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Kept figures give nobody what they don't see, and make nobody wait. */
class KeptFiguresLockTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final List<String> UNITS = List.of(
            "nation", "region-53", "region-52", "academie-14", "academie-17", "departement-35", "departement-44");
    private static final List<String> FUNCTIONS = List.of("unit_figures", "unit_states", "unit_totals");

    private static Scene scene;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        AuditId audit = scene.audit(Scene.COLLEGE);
        scene.answers.save(scene.agent(), audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.CONFORME, null));
    }

    @Test
    void give_each_role_its_units_of_the_states_tree_and_those_below() {
        assertThat(seen("Nation", UnitId.NATION, Role.READER)).containsExactlyElementsOf(UNITS);
        assertThat(seen("Région", UnitId.fromString("region-53"), Role.READER))
                .containsExactly("region-53", "academie-14", "departement-35");
        assertThat(seen("Académie", Scene.ACADEMY, Role.REVIEWER)).containsExactly("academie-14", "departement-35");
        assertThat(seen("Département", UnitId.fromString("departement-35"), Role.AGENT))
                .containsExactly("departement-35");
        assertThat(seen("Collectivité", Scene.VALLEYS, Role.AGENT)).isEmpty();
        assertThat(seen("École", UnitId.school(Scene.SCHOOL), Role.ESTABLISHMENT))
                .isEmpty();
    }

    @Test
    void are_read_by_their_functions_alone() {
        for (String table : List.of("unit_tally", "unit_roster", "unit_delta")) {
            assertThatThrownBy(() -> scene.database.call(
                            scene.nationalReader(), tx -> names(tx, "SELECT CAST(campaign AS text) FROM " + table)))
                    .as(table)
                    .hasMessageContaining("permission denied");
        }
        for (String function : List.of("kept_figures(1, ARRAY['nation'])", "recompute_tallies()")) {
            assertThatThrownBy(() ->
                            scene.database.call(scene.nationalReader(), tx -> names(tx, "SELECT '' FROM " + function)))
                    .as(function)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void show_a_save_at_the_next_read_folded_or_not() {
        Principal reader = scene.person("Lecture", UnitId.NATION, new Grant(Role.READER, UnitId.NATION));
        AuditId audit = scene.audit(Scene.SECOND_COLLEGE);
        long before = answered(reader);
        scene.answers.save(scene.agent(), audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.PARTIEL, null));
        assertThat(answered(reader)).isEqualTo(before + 1);
        assertThat(new KeptFigures(scene.database).fold()).isPositive();
        assertThat(answered(reader)).isEqualTo(before + 1);
    }

    @Test
    void make_no_save_wait_for_another_nor_for_the_folder() throws Exception {
        Principal one = scene.agent();
        Principal two = scene.person("Collègue", Scene.VALLEYS, new Grant(Role.AGENT, Scene.VALLEYS));
        AuditId audit = scene.audit(Scene.THIRD_COLLEGE);
        scene.answers.save(one, audit, Scene.control("SAU-03"), 0, new NewAnswer(Verdict.CONFORME, null));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            scene.database.run(one, tx -> {
                scene.answers.save(one, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.CONFORME, null));
                Future<?> meanwhile = other.submit(() -> {
                    scene.answers.save(two, audit, Scene.control("PAT-01"), 0, new NewAnswer(Verdict.PARTIEL, null));
                    return new KeptFigures(scene.database).fold();
                });
                assertThat(done(meanwhile)).as("within the other's transaction").isTrue();
            });
        } finally {
            other.shutdownNow();
        }
    }

    private static boolean done(Future<?> work) {
        try {
            work.get(20, TimeUnit.SECONDS);
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static long answered(Principal reader) {
        return scene.database.figures(
                reader,
                tx -> tx.createQuery("SELECT sum(answered) FROM unit_figures(?, ARRAY['nation'])")
                        .bind(0, scene.campaign.value())
                        .mapTo(Long.class)
                        .one());
    }

    /** Of all units, those that each of the functions gives a row of, the same for each. */
    private static List<String> seen(String name, UnitId unit, Role role) {
        Principal person = scene.person(name, unit, new Grant(role, unit));
        List<List<String>> each = FUNCTIONS.stream()
                .map(function -> scene.database.figures(
                        person,
                        tx -> tx.createQuery(
                                        "SELECT asked.unit FROM unnest(?::text[]) WITH ORDINALITY AS asked (unit, n)"
                                                + " WHERE asked.unit IN (SELECT unit FROM " + function
                                                + "(?, ?::text[])) ORDER BY n")
                                .bind(0, UNITS.toArray(String[]::new))
                                .bind(1, scene.campaign.value())
                                .bind(2, UNITS.toArray(String[]::new))
                                .mapTo(String.class)
                                .list()))
                .distinct()
                .toList();
        assertThat(each).hasSize(1);
        return each.get(0);
    }

    private static List<String> names(Handle tx, String sql) {
        return tx.createQuery(sql).mapTo(String.class).list();
    }
}
