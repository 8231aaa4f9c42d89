package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.access.Perimeter;
import fr.preau.dashboard.SchoolFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** A query of the service as it is shipped, and a copy of it without its perimeter: the first lock, on and off. */
record Unlocked(String shipped) {
    private static final String LOCK = "(:p.nation";

    /** The query beside its interface, {@code audit/AuditSql/find}. */
    static Unlocked of(String path) {
        try (InputStream file = Unlocked.class.getResourceAsStream("/fr/preau/" + path + ".sql")) {
            return new Unlocked(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The query as it runs, for that perimeter. */
    List<Map<String, Object>> locked(Handle tx, Perimeter perimeter, Map<String, ?> values) {
        return query(tx, shipped, values).bindMethods("p", perimeter).mapToMap().list();
    }

    /** The copy: wherever the perimeter stood, everything is inside. */
    List<Map<String, Object>> unlocked(Handle tx, Map<String, ?> values) {
        return query(tx, copy(), values).mapToMap().list();
    }

    private String copy() {
        String copy = shipped;
        assertThat(copy).contains(LOCK);
        while (copy.contains(LOCK)) {
            int from = copy.indexOf(LOCK);
            copy = copy.substring(0, from) + "true" + copy.substring(end(copy, from));
        }
        return copy;
    }

    private static int end(String text, int from) {
        int depth = 0;
        for (int at = from; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        throw new IllegalStateException("the perimeter is not closed: " + text);
    }

    private static Query query(Handle tx, String sql, Map<String, ?> values) {
        Query query = tx.createQuery(sql);
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        values.forEach((name, value) -> {
            if (value instanceof Perimeter unit) {
                query.bindMethods(name, unit);
            } else if (value instanceof SchoolFilter filter) {
                query.bindMethods(name, filter);
            } else if (value instanceof AuditFilter filter) {
                query.bindMethods(name, filter);
            } else if (value instanceof List<?> words) {
                query.bind(name, words.toArray(String[]::new));
            } else {
                query.bind(name, value);
            }
        });
        return query;
    }
}
