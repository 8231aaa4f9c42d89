package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A follow-up costs what it shows, not what the country holds: kept sums for the State, an index for a unit's own. */
class FollowPlanTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int SCHOOLS = 3_000;

    private static Scene scene;
    private static CampaignId campaign;

    @BeforeAll
    static void country() {
        scene = new Scene(DB);
        DB.owner().useHandle(owner -> {
            PreparedBatch schools = owner.prepareBatch(
                    "INSERT INTO school (uai, name, type, sector, state, commune, commune_name, department, search_text)"
                            + " VALUES (?, 'École', 'ECOLE', 'PUBLIC', 'OPEN', '44901', 'Ombreville', '44', 'ecole')");
            for (int i = 0; i < SCHOOLS; i++) {
                schools.add(Uai.of(8_200_000 + i).value());
            }
            schools.execute();
        });
        campaign = scene.campaign("Pays", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        DB.owner().useHandle(owner -> owner.execute("ANALYZE"));
    }

    @Test
    void the_nation_is_told_without_one_audit_as_long_as_the_campaign_runs() {
        List<String> plan = explain("state", scene.administrator(), UnitId.NATION);
        assertThat(plan)
                .as(String.join("\n", plan))
                .filteredOn(line -> line.matches(".*Scan.* on audit .*"))
                .isNotEmpty()
                .allMatch(line -> line.contains("never executed"));
    }

    @Test
    void a_small_units_collectivities_are_found_by_an_index() {
        List<String> plan = explain("collectivities", scene.reviewer(), Scene.ACADEMY);
        assertThat(plan)
                .as(String.join("\n", plan))
                .noneMatch(line -> line.contains("Seq Scan on audit "))
                .anyMatch(line -> line.matches(".*(audit_of_academy|audit_of_department|audit_of_collectivity).*"));
    }

    private static List<String> explain(String statement, Principal by, UnitId unit) {
        String sql = ClasspathSqlLocator.create().getResource("fr/preau/audit/FollowSql/" + statement + ".sql");
        return scene.database.figures(by, tx -> {
            Query query = tx.createQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + sql)
                    .bind("campaign", campaign)
                    .bindMethods("p", by.perimeter(Role.values()))
                    .bind("today", Paris.today(scene.clock));
            Query bound = statement.equals("state")
                    ? query.bind("unit", unit)
                    : query.bindMethods("u", Perimeter.of(List.of(unit))).bind("limit", Follows.MOST);
            return bound.mapTo(String.class).list();
        });
    }
}
