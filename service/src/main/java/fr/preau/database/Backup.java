package fr.preau.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.kernel.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Writes a whole database into one file, as it stood at one instant, beside a running service that never waits for it.
 *
 * <p>The file is a ZIP of one COPY a table and a {@link Manifest}. It holds everything that the database holds, secrets'
 * digests included: it is made for its user alone, and belongs where the data belong. Keys that lie beside the database
 * are not in it.
 */
public final class Backup {
    static final String MANIFEST = "manifest.json";
    static final String DIGEST = "manifest.sha256";

    /** The least that a ZIP can say: the file doesn't tell when it was made. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final DataSource owner;

    /** @param owner connections of the schema's owner: the service doesn't see every row */
    public Backup(DataSource owner) {
        this.owner = owner;
    }

    /**
     * Writes the file, which appears under its name when it is whole.
     *
     * @param progress told the name of each table before it is copied
     * @throws Refusal conflict when there is such a file already, or when it can't be written
     */
    public Manifest write(Path file, Consumer<String> progress) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        if (Files.exists(target)) {
            throw Refusal.conflict("backup.exists", file.toString());
        }
        try (FileChannel channel = create(part)) {
            Manifest manifest = write(Channels.newOutputStream(channel), progress);
            channel.force(true);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (FileAlreadyExistsException e) {
            throw Refusal.conflict("backup.exists", part.toString());
        } catch (IOException e) {
            delete(part);
            throw Refusal.conflict("backup.unwritten", file.toString(), String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            delete(part);
            throw new IllegalStateException(e);
        }
    }

    private Manifest write(OutputStream out, Consumer<String> progress) throws IOException, SQLException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
        try (Connection connection = snapshot()) {
            zip.setLevel(Deflater.BEST_SPEED);
            Catalogue catalogue = new Catalogue(connection);
            List<Manifest.Copied> copied = new ArrayList<>();
            for (Table table : catalogue.tables()) {
                progress.accept(table.name());
                copied.add(copy(connection, table, zip));
            }
            Manifest manifest = new Manifest(Manifest.FORMAT, catalogue.versions(), copied, catalogue.sequences());
            byte[] json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
            put(zip, MANIFEST, json);
            put(zip, DIGEST, Fingerprint.of(json).getBytes(StandardCharsets.US_ASCII));
            connection.rollback();
            zip.finish();
            zip.flush();
            return manifest;
        }
    }

    private static Manifest.Copied copy(Connection connection, Table table, ZipOutputStream zip)
            throws IOException, SQLException {
        Fingerprint print = new Fingerprint();
        zip.putNextEntry(entry(Manifest.entry(table.name())));
        long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), print.over(zip));
        zip.closeEntry();
        return new Manifest.Copied(table.name(), table.columns(), rows, print.bytes(), print.sha256());
    }

    /** One instant for all tables, whatever is written meanwhile; and text that reads the same on every server. */
    private Connection snapshot() throws SQLException {
        Connection connection = owner.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL TimeZone = 'UTC'");
            statement.execute("SET LOCAL DateStyle = 'ISO'");
            statement.execute("SET LOCAL IntervalStyle = 'iso_8601'");
            statement.execute("SET LOCAL bytea_output = 'hex'");
        }
        return connection;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /** Readable by its user alone from the start, and never over what another backup is writing. */
    private static FileChannel create(Path part) throws IOException {
        return FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // What the person is told is why the backup failed; the rest of it is named « .part ».
        }
    }
}
