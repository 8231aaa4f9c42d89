package fr.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The same database without the service: what it is compared with, and where the audits to answer are. */
final class Sql {
    private static final String TARGETS = """
            SELECT a.id, k.control
            FROM audit a
            JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type
            LEFT JOIN answer w ON w.campaign = a.campaign AND w.audit = a.id AND w.control = k.control
            WHERE a.campaign = ? AND a.academy = ? AND a.state = 'IN_PROGRESS' AND k.party IN ('ETAT', 'PARTAGE')
              AND w.audit IS NULL
            ORDER BY k.control, a.id LIMIT ?
            """;

    /** What a page of the nation would read without kept figures, with the indexes and statistics of production. */
    static final String PLAIN = """
            SELECT a.academy, k.theme, k.level, count(*), sum(k.weight), count(w.verdict)
            FROM audit a
            JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type
            LEFT JOIN answer w ON w.campaign = a.campaign AND w.audit = a.id AND w.control = k.control
            WHERE a.campaign = ? AND a.state <> 'REMOVED'
            GROUP BY GROUPING SETS ((), (k.theme), (k.level), (a.academy))
            """;

    private final String url;

    /** @param url of the owner of the schema, with its password */
    Sql(String url) {
        this.url = url;
    }

    List<Target> targets(long campaign, String academy, int most) throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(TARGETS)) {
            statement.setLong(1, campaign);
            statement.setString(2, academy);
            statement.setInt(3, most);
            List<Target> targets = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                targets.add(new Target(rows.getLong(1), rows.getString(2), 0));
            }
            return targets;
        }
    }

    /** The first column of the first row. */
    String one(String sql, Object... values) throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    /** The rows of a save and nothing else: no right looked up, nothing checked, nothing counted. */
    void bareSave(Connection connection, long number) throws SQLException {
        try (PreparedStatement answer = connection.prepareStatement("INSERT INTO bench_answer VALUES"
                        + " (1, ?, 'SAU-02', 'CONFORME', 'Essai', 1, 1, 'ETAT', now())");
                PreparedStatement entry = connection.prepareStatement("INSERT INTO bench_entry VALUES"
                        + " (now(), 1, 'answer.saved', ?, '{\"verdict\": \"CONFORME\", \"version\": 1}', 'Essai')")) {
            answer.setLong(1, number);
            answer.executeUpdate();
            entry.setString(1, "audit/" + number + "/SAU-02");
            entry.executeUpdate();
            connection.commit();
        }
    }

    void makeBare() throws SQLException {
        run("DROP TABLE IF EXISTS bench_answer, bench_entry");
        run("CREATE TABLE bench_answer (campaign bigint, audit bigint, control text, verdict text, comment text,"
                + " version int, author bigint, party text, at timestamptz, PRIMARY KEY (campaign, audit, control))");
        run(
                "CREATE TABLE bench_entry (at timestamptz, account bigint, action text, object text, after jsonb, body text)");
    }

    void dropBare() throws SQLException {
        run("DROP TABLE IF EXISTS bench_answer, bench_entry");
    }

    /** Seconds that COPY of a file into a table of one text column takes. */
    double copySeconds(Path file) throws SQLException, IOException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE bench_line (line text)");
            byte[] bytes = Files.readAllBytes(file);
            long start = System.nanoTime();
            connection
                    .unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY bench_line FROM STDIN (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')",
                            new java.io.ByteArrayInputStream(bytes),
                            1 << 16);
            connection.commit();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** A connection of its own, in transactions. */
    Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }
}
