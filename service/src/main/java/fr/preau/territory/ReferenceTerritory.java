package fr.preau.territory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Keeps in the database the académies, departments and second-degree collectivities that the product ships.
 *
 * <p>It runs at every start and writes only what differs. It never removes a row nor touches {@code succeeded_by}: what
 * people decided stays.
 */
public final class ReferenceTerritory {
    private final Journal journal;

    public ReferenceTerritory(Journal journal) {
        this.journal = journal;
    }

    /** Loads what differs, journalled when anything does. */
    public void load(Database database) {
        database.run(Actor.SYSTEM, this::load);
    }

    void load(Handle tx) {
        ShippedTerritory shipped = ShippedTerritory.get();
        ReferenceSql sql = tx.attach(ReferenceSql.class);
        Map<String, Integer> written = new LinkedHashMap<>();
        written.put("regions", sql.regions(json(shipped.state().regions())));
        written.put("academies", sql.academies(json(shipped.state().academies())));
        written.put("departments", sql.departments(json(shipped.state().departments())));
        written.put("collectivities", sql.collectivities(json(shipped.secondDegree())));
        if (written.values().stream().anyMatch(rows -> rows > 0)) {
            journal.record(
                    tx, Entry.of(Actor.SYSTEM, "territory.loaded", "territory").with(written));
        }
    }

    private static String json(Object rows) {
        try {
            return new ObjectMapper().writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records are JSON", e);
        }
    }
}
