package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Scene;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the server's planner is told: without it, pages are right and slow. */
class PlannerTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

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
        Scene scene = new Scene(DB);
        int audits = DB.owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM audit")
                        .mapTo(Integer.class)
                        .one());
        assertThat(audits).isPositive();
        assertThat(rows("audit")).isEqualTo(audits);
        assertThat(rows("answer_" + scene.campaign)).isZero();
    }

    /** What the planner believes: -1 of a table at which nobody has looked. */
    private static int rows(String table) {
        return DB.owner()
                .withHandle(handle -> handle.createQuery("SELECT reltuples FROM pg_class WHERE oid = :table::regclass")
                        .bind("table", table)
                        .mapTo(Integer.class)
                        .one());
    }
}
