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

    private static final String ANSWERED = """
            INSERT INTO bench_target
            SELECT row_number() OVER (ORDER BY a.id, w.control), a.id, w.control, a.campaign
            FROM audit a
            JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type
            JOIN answer w ON w.campaign = a.campaign AND w.audit = a.id AND w.control = k.control
            WHERE a.campaign = ? AND a.academy = ? AND a.state = 'IN_PROGRESS' AND k.party IN ('ETAT', 'PARTAGE')
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

    /** Answers that pgbench may give again, none of which {@link #targets} names; their number. */
    int makeTargets(long campaign, String academy) throws SQLException {
        dropTargets();
        run("CREATE TABLE bench_target (number bigint PRIMARY KEY, audit bigint, control text, campaign bigint)");
        run("GRANT SELECT ON bench_target TO preau_service");
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement(ANSWERED)) {
            statement.setLong(1, campaign);
            statement.setString(2, academy);
            int number = statement.executeUpdate();
            connection.commit();
            return number;
        }
    }

    void dropTargets() throws SQLException {
        run("DROP TABLE IF EXISTS bench_target");
    }

    /**
     * Milliseconds of the bare statement that an opening stands on: every school, into an equal table that nothing watches.
     * The table is as lasting as the real one: a temporary one is not logged, and would be no equal.
     */
    double bareOpening() throws SQLException {
        run("DROP TABLE IF EXISTS bench_audit; CREATE TABLE bench_audit (LIKE audit INCLUDING ALL)");
        long start = System.nanoTime();
        run("INSERT INTO bench_audit (campaign, uai, school_name, school_type, commune, commune_name,"
                + " department, academy, region, collectivity, search_text)"
                + " SELECT 1, s.uai, s.name, s.type, s.commune, s.commune_name, s.department, s.academy, s.region,"
                + " s.collectivity, s.search_text FROM school_placement s WHERE s.state <> 'CLOSED' ORDER BY s.uai");
        double millis = (System.nanoTime() - start) / 1e6;
        run("DROP TABLE bench_audit");
        return millis;
    }

    /** Milliseconds that COPY of a file into a table of one text column takes. */
    double copy(Path file) throws SQLException, IOException {
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
            return (System.nanoTime() - start) / 1e6;
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
