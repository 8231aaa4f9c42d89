package fr.preau;

import fr.preau.database.TestDatabase;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * A scene with thousands of écoles more, in towns of the other académie's department, and a campaign that asks them all:
 * enough rows for the server to choose its plans, and for a page to be long.
 */
public record WideCountry(Scene scene, CampaignId campaign) {
    public static final int SCHOOLS = 3_000;
    public static final int TOWNS = 120;
    private static final int FIRST = 8_200_000;
    private static final int FIRST_TOWN = 44_300;

    /** Adds them to a scene of that database. */
    public static WideCountry on(Scene scene, TestDatabase database) {
        database.owner().useHandle(owner -> {
            owner.execute("INSERT INTO collectivity (code, kind, name, fictitious) SELECT (n + " + FIRST_TOWN
                    + ")::text, 'COMMUNE', 'Ville ' || n, true FROM generate_series(0, " + (TOWNS - 1) + ") n");
            PreparedBatch schools = owner.prepareBatch(
                    "INSERT INTO school (uai, name, type, sector, state, commune, commune_name, department, search_text)"
                            + " VALUES (?, 'École', 'ECOLE', 'PUBLIC', 'OPEN', ?, 'Ville', '44', 'ecole')");
            PreparedBatch links =
                    owner.prepareBatch("INSERT INTO school_collectivity (uai, collectivity, from_day, source)"
                            + " VALUES (?, ?, '2020-01-01', 'RULE')");
            for (int place = 0; place < SCHOOLS; place++) {
                schools.add(school(place).value(), town(place % TOWNS).code());
                links.add(school(place).value(), town(place % TOWNS).code());
            }
            schools.execute();
            links.execute();
        });
        CampaignId campaign = scene.campaign("Pays", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        return new WideCountry(scene, campaign);
    }

    public static Uai school(int place) {
        return Uai.of(FIRST + place);
    }

    public static UnitId town(int place) {
        return UnitId.collectivity(Integer.toString(FIRST_TOWN + place));
    }

    /**
     * The plan of a statement that lies beside its interface.
     *
     * @param explain {@code EXPLAIN} with its options
     * @param statement {@code ActionSql/board}, in the package of {@code near}
     */
    public static List<String> plan(
            Handle tx, String explain, Class<?> near, String statement, UnaryOperator<Query> bound) {
        String file = near.getPackageName().replace('.', '/') + "/" + statement + ".sql";
        Query query =
                tx.createQuery(explain + " " + ClasspathSqlLocator.create().getResource(file));
        // Statements of one interface differ by a parameter or two.
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return bound.apply(query).mapTo(String.class).list();
    }
}
