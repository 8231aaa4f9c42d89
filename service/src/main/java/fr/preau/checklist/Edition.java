package fr.preau.checklist;

import fr.preau.kernel.ChecklistId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A published version by its head alone, to choose from or to name.
 *
 * @param day of the text
 * @param publishedAt when it was published in this service
 */
public record Edition(
        ChecklistId id, String identifier, String version, String title, LocalDate day, Instant publishedAt) {

    @Override
    public String toString() {
        return identifier + " " + version;
    }
}
