package fr.preau.review;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was seen of one control on site. */
public record Sighting(
        ControlCode control, Verdict verdict, @Nullable String note) {
    /** As the statement that keeps it reads it; an empty note is none. */
    Map<String, String> row() {
        return Map.of("control", control.value(), "verdict", verdict.name(), "note", note == null ? "" : note);
    }
}
