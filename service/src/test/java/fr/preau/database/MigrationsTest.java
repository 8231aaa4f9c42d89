package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Refusal;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationsTest {
    private final TestServer server = TestServer.running();
    private String name;
    private PGSimpleDataSource owner;
    private PGSimpleDataSource service;

    @BeforeEach
    void create() {
        name = server.createEmpty();
        owner = server.source(name, TestServer.OWNER);
        service = server.source(name, TestServer.SERVICE);
    }

    @AfterEach
    void drop() {
        server.drop(name);
    }

    @Test
    void an_empty_database_is_refused_then_migrated_once_then_accepted() {
        assertRefused("database.schema.older", () -> new Migrations(service).verify());
        assertThat(new Migrations(owner).migrate()).isPositive();
        assertThat(new Migrations(owner).migrate()).isZero();
        new Migrations(service).verify();
    }

    @Test
    void a_schema_of_a_newer_version_is_neither_used_nor_migrated() {
        new Migrations(owner).migrate();
        history("""
                INSERT INTO preau.flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'preau_owner', 1, true)""");
        assertRefused("database.schema.newer", () -> new Migrations(service).verify());
        assertRefused("database.schema.newer", () -> new Migrations(owner).migrate());
    }

    @Test
    void a_schema_without_the_latest_migration_is_refused() {
        new Migrations(owner).migrate();
        history("DELETE FROM preau.flyway_schema_history WHERE version IS NOT NULL");
        assertRefused("database.schema.older", () -> new Migrations(service).verify());
    }

    private void history(String sql) {
        Jdbi.create(owner).useHandle(tx -> tx.execute(sql));
    }

    private static void assertRefused(String key, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().message().key()).isEqualTo(key));
    }
}
