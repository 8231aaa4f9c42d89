package fr.preau.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.WideCountry;
import fr.preau.access.Principal;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The board of a town reads the town's actions by indexes, however many others the country has. */
class BoardPlanTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Scene scene;

    @BeforeAll
    static void country() {
        WideCountry country = WideCountry.on(new Scene(DB), DB);
        scene = country.scene();
        CampaignId campaign = country.campaign();
        DB.owner().useHandle(owner -> {
            owner.execute(
                    "INSERT INTO corrective_action (owner, campaign, control, theme, title, party, due_on, schools,"
                            + " created_at, created_by, changed_at, changed_by)"
                            + " SELECT 'collectivite-' || collectivity, campaign, 'SAU-02', 'SAU', 'Copie', 'COLLECTIVITE',"
                            + " '2027-03-01', 1, now(), 1, now(), 1 FROM audit WHERE campaign = ? AND collectivity IS NOT NULL",
                    campaign.value());
            owner.execute(
                    "INSERT INTO action_school (action, audit) SELECT c.id, a.id FROM (SELECT id, row_number() OVER"
                            + " (ORDER BY id) AS n FROM corrective_action) c JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n"
                            + " FROM audit WHERE campaign = " + campaign
                            + " AND collectivity IS NOT NULL) a ON a.n = c.n");
            owner.execute("ANALYZE");
        });
    }

    @Test
    void reads_a_town_s_board_by_indexes() {
        for (Principal person : List.of(scene.townAgent(), scene.head())) {
            for (String statement : List.of("board", "counts")) {
                List<String> plan = explain(person, statement);
                assertThat(plan)
                        .as(statement + "\n" + String.join("\n", plan))
                        .noneMatch(line -> line.contains("Seq Scan on action_school"))
                        .noneMatch(line -> line.contains("Seq Scan on corrective_action"))
                        .noneMatch(line -> line.contains("Seq Scan on audit "))
                        .anyMatch(line -> line.contains("action_school_audit"));
            }
        }
    }

    private static List<String> explain(Principal by, String statement) {
        Eyes eyes = Eyes.of(by);
        return scene.database.call(
                by,
                tx -> WideCountry.plan(
                        tx,
                        "EXPLAIN",
                        BoardPlanTest.class,
                        "ActionSql/" + statement,
                        query -> query.bindMethods("own", eyes.own())
                                .bindMethods("state", eyes.state())
                                .bindMethods("judge", eyes.judge())
                                .bindMethods("u", ActionFilter.ALL.within())
                                .bindMethods("f", ActionFilter.ALL)
                                .bind("today", Paris.today(scene.clock))
                                .bind("id", (Long) null)
                                .bind("after", (Long) null)
                                .bind("limit", Actions.PAGE)
                                .bind("soon", CorrectiveAction.SOON)));
    }
}
