package fr.preau.database;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Puts a backup into an empty database of the same version of the schema, all of it or nothing. The server may be another
 * one, of another version, on another machine: what the file holds is text.
 */
public final class Restoration {
    private final DataSource owner;

    /** @param owner connections of the schema's owner */
    public Restoration(DataSource owner) {
        this.owner = owner;
    }

    /**
     * Reads the file from end to end, then writes it in one transaction.
     *
     * @param progress told the name of each table before it is written
     * @throws Refusal conflict, before anything is written, when the file is damaged or of another version, or when the
     *     database holds something
     */
    public Manifest run(Path file, Consumer<String> progress) {
        try (BackupFile backup = BackupFile.open(file);
                Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            fill(connection, backup, progress);
            connection.commit();
            return backup.manifest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Connection connection, BackupFile backup, Consumer<String> progress)
            throws IOException, SQLException {
        Manifest manifest = backup.manifest();
        Catalogue catalogue = new Catalogue(connection);
        if (!catalogue.versions().equals(manifest.schema())) {
            throw Refusal.conflict("backup.version", last(manifest.schema()), last(catalogue.versions()));
        }
        List<Table> tables = catalogue.tables();
        for (Table table : tables) {
            // Whoever starts the service now waits, and finds its data there.
            execute(connection, "LOCK TABLE " + Table.quoted(table.name()) + " IN ACCESS EXCLUSIVE MODE");
            if (!catalogue.isEmpty(table)) {
                throw Refusal.conflict("backup.notEmpty", table.name());
            }
        }
        execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
        triggers(connection, tables, "DISABLE");
        for (Manifest.Copied table : manifest.tables()) {
            progress.accept(table.table());
            copy(connection, backup, table);
            if (table.table().equals("campaign")) {
                partitions(connection);
                triggers(connection, tables, "DISABLE");
            }
        }
        triggers(connection, tables, "ENABLE");
        for (Manifest.Sequence sequence : manifest.sequences()) {
            execute(
                    connection,
                    "SELECT setval('%s', %d, %b)"
                            .formatted(Table.quoted(sequence.name()), sequence.value(), sequence.given()));
        }
        for (Table table : tables) {
            execute(connection, "ANALYZE " + Table.quoted(table.name()));
        }
    }

    private static void copy(Connection connection, BackupFile backup, Manifest.Copied table)
            throws IOException, SQLException {
        try (InputStream in = backup.rows(table)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(Table.copyIn(table.table(), table.columns()), in, 1 << 16);
            if (rows != table.rows()) {
                throw new IllegalStateException(table.table() + ": " + rows + " rows of " + table.rows());
            }
        }
    }

    /** What triggers keep in step is in the backup too: they would write it twice. */
    private static void triggers(Connection connection, List<Table> tables, String what) throws SQLException {
        for (Table table : tables) {
            execute(connection, "ALTER TABLE " + Table.quoted(table.name()) + " " + what + " TRIGGER USER");
        }
    }

    /** Where the answers of each opened campaign go. */
    private static void partitions(Connection connection) throws SQLException {
        execute(connection, "SELECT create_answer_partition(id) FROM campaign WHERE opened_at IS NOT NULL ORDER BY id");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String last(List<String> versions) {
        return versions.isEmpty() ? "0" : versions.get(versions.size() - 1);
    }
}
