package fr.preau.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Uai;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The board of a town reads the town's actions by indexes, however many others the country has. */
class BoardPlanTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int SCHOOLS = 3_000;

    private static Scene scene;

    @BeforeAll
    static void country() {
        scene = new Scene(DB);
        DB.owner().useHandle(owner -> {
            PreparedBatch schools = owner.prepareBatch(
                    "INSERT INTO school (uai, name, type, sector, state, commune, commune_name, department, search_text)"
                            + " VALUES (?, 'École', 'ECOLE', 'PUBLIC', 'OPEN', '44901', 'Ombreville', '44', 'ecole')");
            PreparedBatch links =
                    owner.prepareBatch("INSERT INTO school_collectivity (uai, collectivity, from_day, source)"
                            + " VALUES (?, '44901', '2020-01-01', 'RULE')");
            for (int i = 0; i < SCHOOLS; i++) {
                String uai = Uai.of(8_200_000 + i).value();
                schools.add(uai);
                links.add(uai);
            }
            schools.execute();
            links.execute();
        });
        CampaignId campaign = scene.campaign("Pays", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
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
        String sql = ClasspathSqlLocator.create().getResource("fr/preau/plan/ActionSql/" + statement + ".sql");
        Eyes eyes = Eyes.of(by);
        return scene.database.call(by, tx -> {
            Query query = tx.createQuery("EXPLAIN " + sql);
            return query.bindMethods("own", eyes.own())
                    .bindMethods("state", eyes.state())
                    .bindMethods("judge", eyes.judge())
                    .bindMethods("f", ActionFilter.ALL)
                    .bind("today", Paris.today(scene.clock))
                    .bind("id", (Long) null)
                    .bind("after", (Long) null)
                    .bind("limit", Actions.PAGE)
                    .bind("soon", CorrectiveAction.SOON)
                    .mapTo(String.class)
                    .list();
        });
    }
}
