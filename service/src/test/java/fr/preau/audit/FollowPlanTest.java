package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.WideCountry;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.UnitId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A follow-up costs what it shows, not what the country holds: kept sums for the State, an index for a unit's own. */
class FollowPlanTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Scene scene;
    private static CampaignId campaign;

    @BeforeAll
    static void country() {
        WideCountry country = WideCountry.on(new Scene(DB), DB);
        scene = country.scene();
        campaign = country.campaign();
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
        String options = "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF)";
        return scene.database.figures(
                by,
                tx -> WideCountry.plan(
                        tx,
                        options,
                        FollowPlanTest.class,
                        "FollowSql/" + statement,
                        query -> query.bind("campaign", campaign)
                                .bindMethods("p", by.perimeter(Role.values()))
                                .bind("today", Paris.today(scene.clock))
                                .bind("unit", unit)
                                .bindMethods("u", Perimeter.of(List.of(unit)))));
    }
}
