package fr.preau.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.WideCountry;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page of the queue, and what can be validated together, are read along an index however many audits wait. */
class QueuePlanTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Map<String, String> INDEXES = Map.of(
            "oldest", "audit_queue ",
            "places", "audit_queue_place",
            "weakest", "audit_queue_weak",
            "changed", "audit_queue_drift",
            "sound", "audit_queue ");

    private static Scene scene;
    private static CampaignId campaign;
    private static AuditId middle;

    @BeforeAll
    static void country() {
        WideCountry country = WideCountry.on(new Scene(DB), DB);
        scene = country.scene();
        campaign = country.campaign();
        DB.owner().useHandle(owner -> {
            owner.execute(
                    "UPDATE audit SET state = 'SUBMITTED', round = 1, submitted_by = 0,"
                            + " submitted_at = timestamptz '2026-11-10 08:00Z' + id * interval '1 minute'"
                            + " WHERE campaign = ? AND department = '44'",
                    campaign.value());
            owner.execute("ANALYZE");
        });
        middle = scene.audit(campaign, WideCountry.school(WideCountry.SCHOOLS / 2));
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

    /**
     * However narrow: a unit can be looked for along an index too, the order's or the campaign's. Where a tenth of a country
     * waits, to read it whole may cost less.
     */
    @Test
    void reads_what_is_narrowed_along_an_index() {
        Principal reviewer = scene.otherReviewer();
        for (UnitId unit : List.of(UnitId.department("44"), WideCountry.town(7))) {
            for (CampaignId one : new CampaignId[] {null, campaign}) {
                INDEXES.keySet()
                        .forEach(statement -> assertThat(explain(
                                        reviewer,
                                        statement,
                                        middle,
                                        new QueueChoice(QueueOrder.OLDEST, one, unit),
                                        "off"))
                                .as(statement + " " + unit + " " + one)
                                .noneMatch(line -> line.contains("Seq Scan on audit "))
                                .anyMatch(line -> line.contains("Index")));
            }
        }
    }

    private static List<String> explain(Principal by, String statement, AuditId after) {
        return explain(by, statement, after, QueueChoice.all(QueueOrder.OLDEST), "on");
    }

    /** @param whole whether the planner may read a table whole: on or off */
    private static List<String> explain(
            Principal by, String statement, AuditId after, QueueChoice choice, String whole) {
        return scene.database.call(by, tx -> {
            tx.execute("SET LOCAL enable_seqscan = " + whole);
            return WideCountry.plan(
                    tx,
                    "EXPLAIN",
                    QueuePlanTest.class,
                    "QueueSql/" + statement,
                    query -> query.bindMethods("p", by.perimeter(Role.REVIEWER))
                            .bindMethods("w", choice.within())
                            .bind("campaign", choice.campaign())
                            .bind("limit", Queues.PAGE + 1)
                            .bind("by", by.account())
                            .bind("after", after));
        });
    }
}
