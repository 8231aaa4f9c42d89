package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.WideCountry;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the server's planner is told, and what it is kept from: else pages and openings are right and slow. */
class PlannerTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int SUBMITTED = 40;
    private static final int ANSWERED = 300;

    private static Scene scene;
    private static CampaignId campaign;

    @BeforeAll
    static void country() {
        WideCountry country = WideCountry.on(new Scene(DB), DB);
        scene = country.scene();
        campaign = country.campaign();
    }

    @Test
    void compiles_no_query_in_a_unit_of_work() {
        assertThat(DB.database()
                        .<String>call(
                                Actor.SYSTEM,
                                tx -> tx.createQuery("SHOW jit")
                                        .mapTo(String.class)
                                        .one()))
                .isEqualTo("off");
    }

    @Test
    void knows_how_many_audits_a_campaign_has_as_soon_as_it_is_opened() {
        int audits = number("SELECT count(*) FROM audit");
        assertThat(audits).isPositive();
        assertThat(rows("audit")).isEqualTo(audits);
        assertThat(rows("answer_" + scene.campaign)).isZero();
    }

    @Test
    void an_opening_looks_for_no_answer_of_its_audits() {
        int looks = scene.database.call(Actor.OPERATOR, tx -> {
            scene.campaign("Autre", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
            int scans = tx.createQuery("""
                            SELECT sum(seq_scan + COALESCE(idx_scan, 0)) FROM pg_stat_xact_user_tables
                            WHERE relname LIKE 'answer%' OR relname = 'opinion'
                            """).mapTo(Integer.class).one();
            return scans;
        });
        assertThat(looks).as("the planner's own, for statistics").isLessThan(20);
    }

    /** Of a campaign that is being filled the server knows nothing for a minute, and the figures must be kept meanwhile. */
    @Test
    void audits_that_change_their_state_have_their_own_answers_read_and_no_others() {
        DB.owner().useTransaction(owner -> {
            int answers = owner.createUpdate("""
                            INSERT INTO answer (campaign, audit, control, verdict, version, author, party, at)
                            SELECT a.campaign, a.id, k.control, 'CONFORME', 1, 1, 'COLLECTIVITE', now()
                            FROM (SELECT id, campaign, school_type FROM audit WHERE campaign = :campaign
                                  ORDER BY id DESC LIMIT :audits) a
                            JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type
                            """)
                    .bind("campaign", campaign)
                    .bind("audits", ANSWERED)
                    .execute();
            int before = answersRead(owner);
            owner.createUpdate("""
                            UPDATE audit SET state = 'SUBMITTED', round = 1, submitted_by = 0, submitted_at = now()
                            WHERE id IN (SELECT id FROM audit WHERE campaign = :campaign ORDER BY id DESC LIMIT :audits)
                            """)
                    .bind("campaign", campaign)
                    .bind("audits", SUBMITTED)
                    .execute();
            assertThat(answersRead(owner) - before)
                    .as("as it was, and as it is")
                    .isEqualTo(2 * SUBMITTED * (answers / ANSWERED));
            owner.rollback();
        });
    }

    @Test
    void plans_what_a_list_tells_once_for_all_pages_and_all_people() {
        List<String> plannedEachTime = scene.database.call(scene.reviewer(), tx -> {
            AuditListSql sql = tx.attach(AuditListSql.class);
            long audit = scene.audit(Scene.COLLEGE).value();
            for (int times = 0; times < 12; times++) {
                sql.lines(scene.campaign, List.of(audit));
                sql.campaignLines(List.of(scene.campaign.value()), List.of(1), List.of(0), List.of());
            }
            return tx.createQuery("""
                            SELECT statement FROM pg_prepared_statements
                            WHERE generic_plans = 0 AND (statement LIKE '%audit_in_place%' OR statement LIKE '%lineage(c.unit)%')
                            """).mapTo(String.class).list();
        });
        assertThat(plannedEachTime).isEmpty();
    }

    /** In the transaction, rows of the campaign's partition. */
    private static int answersRead(Handle tx) {
        return tx.createQuery("""
                        SELECT seq_tup_read + COALESCE(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables
                        WHERE relname = 'answer_' || :campaign
                        """)
                .bind("campaign", campaign)
                .mapTo(Integer.class)
                .one();
    }

    /** What the planner believes: -1 of a table at which nobody has looked. */
    private static int rows(String table) {
        return number("SELECT reltuples FROM pg_class WHERE oid = '" + table + "'::regclass");
    }

    private static int number(String sql) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery(sql).mapTo(Integer.class).one());
    }
}
