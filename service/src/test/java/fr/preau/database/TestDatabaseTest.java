package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Actor;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    @Test
    void the_database_is_migrated_and_sorts_in_french() {
        assertThat(text(DB.owner(), "SELECT current_schemas(false)::text")).isEqualTo("{preau,public}");
        assertThat(text(DB.owner(), "SELECT extname FROM pg_extension WHERE extname = 'pg_trgm'"))
                .isEqualTo("pg_trgm");
        assertThat(text(DB.owner(), """
                SELECT string_agg(n, ' ' ORDER BY n COLLATE "fr-x-icu") FROM unnest(ARRAY['zoo', 'école', 'eau']) n""")).isEqualTo("eau école zoo");
    }

    @Test
    void each_role_connects_as_itself_and_the_service_creates_nothing() {
        assertThat(text(DB.owner(), "SELECT current_user")).isEqualTo("preau_owner");
        assertThat(text(DB.service(), "SELECT current_user")).isEqualTo("preau_service");
        for (String schema : new String[] {"preau", "public"}) {
            assertThatThrownBy(() -> DB.service().useHandle(tx -> tx.execute("CREATE TABLE " + schema + ".t (a int)")))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_unit_of_work_knows_for_whom_it_runs_and_only_for_its_time() {
        String account = DB.database()
                .call(
                        Actor.SYSTEM,
                        tx -> tx.createQuery("SELECT current_setting('preau.account')")
                                .mapTo(String.class)
                                .one());
        assertThat(account).isEqualTo("0");
        assertThat(text(DB.service(), "SELECT coalesce(current_setting('preau.account', true), '')"))
                .isEmpty();
    }

    @Nested
    class A_nested_class {
        @Test
        void shares_the_database_of_its_outer_class() {
            assertThat(text(DB.service(), "SELECT current_user")).isEqualTo("preau_service");
        }
    }

    private static String text(Jdbi jdbi, String sql) {
        return jdbi.withHandle(tx -> tx.createQuery(sql).mapTo(String.class).one());
    }
}
