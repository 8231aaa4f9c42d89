package fr.preau.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a page of figures reads, counted by the server: no answer where sums are kept, so that no country makes it slow. */
class KeptReadsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Scene scene;
    private static Principal person;
    private static CampaignId campaign;
    private static DashboardServices views;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        person = scene.person("Tout voir", UnitId.NATION, Scene.everything().toArray(Grant[]::new));
        campaign = scene.campaign("Lue", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        views = DashboardServices.on(scene.database, scene.checklists, scene.audits, scene.clock);
        new PlantedAnswers(scene, DB.owner(), person.account()).scatter(campaign, new Random(1));
    }

    @Test
    void pages_of_the_states_units_read_no_answer() {
        for (UnitId unit : List.of(UnitId.NATION, Scene.ACADEMY, UnitId.department("35"))) {
            long answers = scene.database.<Long>figures(
                    person,
                    tx -> read(
                            tx, "answer_" + campaign, () -> views.dashboards().view(person, wish(unit))));
            assertThat(answers).as(unit.toString()).isZero();
        }
    }

    @Test
    void pages_of_the_nation_and_of_academies_read_no_audit() {
        for (UnitId unit : List.of(UnitId.NATION, Scene.ACADEMY)) {
            long audits = scene.database.<Long>figures(
                    person, tx -> read(tx, "audit", () -> views.dashboards().view(person, wish(unit))));
            assertThat(audits).as(unit.toString()).isZero();
        }
    }

    @Test
    void reference_figures_read_neither_answers_nor_audits_that_are_not_rendered() {
        scene.database.run(person, tx -> {
            // As in a country: of a few audits, reading all costs less than looking any up.
            tx.execute("SET LOCAL enable_seqscan = off");
            Benchmarks benchmarks = new Benchmarks(scene.database, scene.checklists);
            assertThat(read(
                            tx,
                            "audit",
                            () -> assertThat(benchmarks.of(person, campaign)).isPresent()))
                    .isZero();
            assertThat(read(tx, "answer_" + campaign, () -> benchmarks.of(person, campaign)))
                    .isZero();
        });
    }

    @Test
    void distribution_and_trend_read_each_audit_once_and_no_answer() {
        long audits = scene.database.<Long>figures(
                person,
                tx -> tx.createQuery("SELECT count(*) FROM audit")
                        .mapTo(Long.class)
                        .one());
        scene.database.figures(person, tx -> {
            PanelSql sql = tx.attach(PanelSql.class);
            for (Runnable view : List.<Runnable>of(
                    () -> assertThat(sql.spreads(campaign, UnitId.NATION, false, Narrowing.NONE))
                            .isNotNull(),
                    () -> assertThat(sql.trend(campaign, UnitId.NATION, Narrowing.NONE))
                            .isNotNull())) {
                assertThat(read(tx, "audit", view)).isLessThanOrEqualTo(2 * audits);
                assertThat(read(tx, "answer_" + campaign, view)).isZero();
            }
            return audits;
        });
    }

    @Test
    void a_comparison_reads_the_answers_of_the_chosen_alone() {
        Tables.Wish department = wish(UnitId.department("35"));
        long answers = scene.database.<Long>figures(
                person,
                tx -> read(
                        tx,
                        "answer_" + campaign,
                        () -> assertThat(views.tables()
                                        .versus(person, department, Split.COLLECTIVITIES.name(), List.of())
                                        .chosen())
                                .isEmpty()));
        assertThat(answers).isZero();
    }

    /** So that those above would see it. */
    @Test
    void a_heatmap_of_collectivities_reads_answers() {
        long answers = scene.database.<Long>figures(
                person,
                tx -> read(
                        tx,
                        "answer_" + campaign,
                        () -> views.tables().heat(person, wish(UnitId.department("35")), Split.COLLECTIVITIES.name())));
        assertThat(answers).isPositive();
    }

    private static Tables.Wish wish(UnitId unit) {
        return new Tables.Wish(unit, campaign, Narrowing.NONE);
    }

    /** Rows of the table that the work fetches, in the transaction. */
    private static long read(Handle tx, String table, Runnable work) {
        long before = fetched(tx, table);
        work.run();
        return fetched(tx, table) - before;
    }

    private static long fetched(Handle tx, String table) {
        return tx.createQuery("""
                        SELECT COALESCE(seq_tup_read, 0) + COALESCE(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables
                        WHERE relid = CAST(:table AS regclass)
                        """).bind("table", table).mapTo(Long.class).one();
    }
}
