package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.kernel.UnitId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is remembered of a record's columns belongs to those columns, in their order. */
class RecordRowsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    /** A record as any of ours. */
    public record Seat(String row, int number, @Nullable String name) {}

    @Test
    void maps_each_column_to_its_parameter_whatever_their_order() {
        try (Handle tx = DB.service().open()) {
            for (int turn = 0; turn < 2; turn++) {
                assertThat(seat(tx, "SELECT 'A' AS row, 1 AS number, 'B' AS name"))
                        .isEqualTo(new Seat("A", 1, "B"));
                assertThat(seat(tx, "SELECT 'B' AS name, 2 AS number, 'A' AS row"))
                        .isEqualTo(new Seat("A", 2, "B"));
                assertThat(seat(tx, "SELECT 3 AS number, NULL AS name, 'A' AS row, 'unused' AS other"))
                        .isEqualTo(new Seat("A", 3, null));
            }
        }
    }

    @Test
    void leaves_a_record_that_one_column_holds_to_the_mapper_of_that_column() {
        try (Handle tx = DB.service().open()) {
            UnitId unit = tx.createQuery("SELECT 'academie-14' AS unit")
                    .mapTo(UnitId.class)
                    .one();
            assertThat(unit).isEqualTo(UnitId.academy("14"));
        }
    }

    private static Seat seat(Handle tx, String sql) {
        return tx.createQuery(sql).mapTo(Seat.class).one();
    }
}
