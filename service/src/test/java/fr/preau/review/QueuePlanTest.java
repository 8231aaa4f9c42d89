package fr.preau.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page of the queue, and what can be validated together, are read along an index however many audits wait. */
class QueuePlanTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int SCHOOLS = 3_000;
    private static final Map<String, String> INDEXES = Map.of(
            "oldest", "audit_queue ",
            "places", "audit_queue_place",
            "weakest", "audit_queue_weak",
            "changed", "audit_queue_drift",
            "sound", "audit_queue ");

    private static Scene scene;
    private static AuditId middle;

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
        CampaignId campaign = scene.campaign("Pays", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        DB.owner().useHandle(owner -> {
            owner.execute(
                    "UPDATE audit SET state = 'SUBMITTED', round = 1, submitted_by = 0,"
                            + " submitted_at = timestamptz '2026-11-10 08:00Z' + id * interval '1 minute'"
                            + " WHERE campaign = ? AND department = '44'",
                    campaign.value());
            owner.execute("ANALYZE");
        });
        middle = scene.audit(campaign, Uai.of(8_200_000 + SCHOOLS / 2));
    }

    @Test
    void reads_a_page_of_each_order_along_its_index() {
        Principal reviewer = scene.otherReviewer();
        INDEXES.forEach((statement, index) -> {
            for (AuditId after : new AuditId[] {null, middle}) {
                List<String> plan = explain(reviewer, statement, after);
                assertThat(plan)
                        .as(statement + " after " + after + "\n" + String.join("\n", plan))
                        .noneMatch(line -> line.contains("Seq Scan on audit "))
                        .noneMatch(line -> line.contains("Sort"))
                        .anyMatch(line -> line.contains(index) && line.contains(" a"));
            }
        });
    }

    private static List<String> explain(Principal by, String statement, AuditId after) {
        String sql = ClasspathSqlLocator.create().getResource("fr/preau/review/QueueSql/" + statement + ".sql");
        return scene.database.call(by, tx -> {
            Query query = tx.createQuery("EXPLAIN " + sql)
                    .bindMethods("p", by.perimeter(Role.REVIEWER))
                    .bind("limit", Queues.PAGE + 1);
            Query bound = statement.equals("sound") ? query.bind("by", by.account()) : query.bind("after", after);
            return bound.mapTo(String.class).list();
        });
    }
}
