package fr.preau.database;

import fr.preau.kernel.Refusal;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * The schema's migrations ({@code db/migration}): applies them, or tells that a database is not at this version.
 *
 * <p>{@link #migrate} needs the owner's connections; {@link #verify} only reads, so the service calls it with its own.
 */
public final class Migrations {
    private static final String SCHEMA = "preau";

    private final Flyway flyway;

    public Migrations(DataSource source) {
        flyway = Flyway.configure()
                .dataSource(source)
                .defaultSchema(SCHEMA)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .placeholderReplacement(false)
                .load();
    }

    /**
     * Brings the schema to this version and returns the number of migrations applied, 0 when it was there already.
     *
     * <p>A schema made by a newer version is refused before anything is written.
     */
    public int migrate() {
        refuseUnknown(flyway.info());
        return flyway.migrate().migrationsExecuted;
    }

    /** Refuses a schema that is older or newer than this version, or left half-way; the message says what to run. */
    public void verify() {
        MigrationInfoService info = flyway.info();
        refuseUnknown(info);
        MigrationInfo[] pending = info.pending();
        if (pending.length > 0) {
            throw Refusal.conflict("database.schema.older", pending.length);
        }
    }

    private static void refuseUnknown(MigrationInfoService info) {
        for (MigrationInfo migration : info.all()) {
            MigrationState state = migration.getState();
            if (state.isFailed()) {
                throw Refusal.conflict("database.schema.broken", migration.getScript());
            }
            if (state.isApplied() && !state.isResolved()) {
                throw Refusal.conflict("database.schema.newer", migration.getScript());
            }
        }
    }
}
