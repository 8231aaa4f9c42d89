package fr.preau.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.checklist.SchoolType;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The reference figures: the same for all, and nobody's in particular. */
class BenchmarksTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final List<Uai> SCHOOLS =
            IntStream.range(0, 5).mapToObj(i -> Uai.of(8_000_100 + i)).toList();

    private static Scene scene;
    private static Benchmarks benchmarks;
    private static CampaignId campaign;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        benchmarks = new Benchmarks(scene.database, scene.checklists);
        List<String> towns = List.of("35911", "35912", "35913", "35911", "35912");
        for (int i = 0; i < SCHOOLS.size(); i++) {
            school(SCHOOLS.get(i), towns.get(i));
        }
        campaign = scene.campaign("De référence", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
    }

    @Test
    void hides_a_group_of_four_schools_and_shows_it_from_the_fifth_on() {
        Principal agent = scene.townAgent();
        SCHOOLS.subList(0, 4).forEach(BenchmarksTest::render);
        Benchmark four = benchmarks.of(agent, campaign).orElseThrow();
        assertThat(four.boards()).hasSize(2).allSatisfy(board -> {
            assertThat(board.cell(SchoolType.ECOLE, null).shown()).isFalse();
            assertThat(board.cells()).allSatisfy(cell -> {
                assertThat(cell.shown()).isFalse();
                assertThat(cell.schools()).isNull();
                assertThat(cell.coverage()).isNull();
                assertThat(cell.conformity()).isNull();
            });
        });
        render(SCHOOLS.get(4));
        Benchmark five = benchmarks.of(agent, campaign).orElseThrow();
        assertThat(five.boards())
                .extracting(board -> board.unit().id())
                .containsExactly(fr.preau.kernel.UnitId.NATION, Scene.ACADEMY);
        assertThat(five.boards()).allSatisfy(board -> {
            BenchmarkCell cell = board.cell(SchoolType.ECOLE, null);
            assertThat(cell).isNotNull();
            assertThat(cell.schools()).isEqualTo(5);
            assertThat(cell.conformity()).isZero();
            assertThat(cell.gap()).isEqualTo(6);
            assertThat(board.cell(SchoolType.CIO, null).shown()).isFalse();
        });
        CampaignId twoTowns = scene.campaign("Deux communes", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        DB.owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE audit SET state = 'SUBMITTED', submitted_at = now(), submitted_by = 1,"
                                + " collectivity = CASE collectivity WHEN '35913' THEN '35911' ELSE collectivity END"
                                + " WHERE campaign = ? AND uai LIKE '80001%'",
                        twoTowns.value()));
        assertThat(benchmarks.of(agent, twoTowns).orElseThrow().boards().get(0).cells())
                .as("five schools of two collectivities")
                .allMatch(cell -> !cell.shown());
    }

    @Test
    void gives_the_head_of_a_school_and_a_collectivity_their_own_academy_and_the_ministry_the_nation_alone() {
        assertThat(benchmarks.of(scene.head(), campaign).orElseThrow().boards()).hasSize(2);
        assertThat(benchmarks.of(scene.agent(), campaign).orElseThrow().boards())
                .hasSize(2);
        assertThat(benchmarks.of(scene.reviewer(), campaign).orElseThrow().boards())
                .hasSize(2);
        assertThat(benchmarks.of(scene.nationalReader(), campaign).orElseThrow().boards())
                .hasSize(1);
    }

    private static void render(Uai school) {
        DB.owner()
                .useHandle(handle -> handle.execute(
                        "UPDATE audit SET state = 'VALIDATED', submitted_at = now(), submitted_by = 1 WHERE id = ?",
                        scene.audit(campaign, school).value()));
    }

    private static void school(Uai uai, String town) {
        DB.owner().useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO collectivity (code, kind, name, fictitious) VALUES (?, 'COMMUNE', ?, true)"
                            + " ON CONFLICT DO NOTHING",
                    town,
                    "Commune " + town);
            handle.execute(
                    "INSERT INTO school (uai, name, type, sector, state, commune, commune_name, department, search_text)"
                            + " VALUES (?, ?, 'ECOLE', 'PUBLIC', 'OPEN', ?, 'Commune', '35', 'ecole')",
                    uai.value(),
                    "École " + uai,
                    town);
            handle.execute(
                    "INSERT INTO school_collectivity (uai, collectivity, from_day, source)"
                            + " VALUES (?, ?, '2020-01-01', 'RULE')",
                    uai.value(),
                    town);
        });
    }
}
