package fr.preau.demo;

import fr.preau.database.TestDatabase;
import java.util.Map;
import java.util.stream.Collectors;

/** Conformity by theme of a campaign's rendered audits, with {@code all} and {@code coverage}: from the answers. */
final class DemoFigures {
    private DemoFigures() {}

    static Map<String, Double> of(TestDatabase database, String campaign) {
        return database.owner()
                .withHandle(tx -> tx.createQuery("""
                        SELECT coalesce(t.theme, 'all') AS theme,
                               conformity(sum(held_weight), sum(counted_weight)) AS held
                        FROM tally t JOIN audit a ON a.id = t.audit JOIN campaign c ON c.id = a.campaign
                        WHERE c.name = :name AND rendered(a.state) GROUP BY ROLLUP (t.theme)
                        UNION ALL
                        SELECT 'coverage', coverage(sum(answered), sum(asked))
                        FROM tally t JOIN audit a ON a.id = t.audit JOIN campaign c ON c.id = a.campaign
                        WHERE c.name = :name AND rendered(a.state)
                        ORDER BY 1
                        """)
                        .bind("name", campaign)
                        .collectRows(Collectors.toMap(
                                row -> row.getColumn("theme", String.class),
                                row -> row.getColumn("held", Double.class))));
    }
}
