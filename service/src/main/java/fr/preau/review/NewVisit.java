package fr.preau.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.checklist.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in a school, as the API takes it.
 *
 * @param seen by control; what was not looked at is left out
 */
public record NewVisit(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
        Map<String, Seen> seen) {

    /** What was seen of one control. */
    public record Seen(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            Verdict verdict,

            @Nullable String note) {}

    /** Under the rules of the page's form. */
    List<Sighting> sightings() {
        Map<String, String> verdicts = new HashMap<>();
        Map<String, String> notes = new HashMap<>();
        seen.forEach((control, one) -> {
            verdicts.put(control, one.verdict().name());
            if (one.note() != null && !one.note().isBlank()) {
                notes.put(control, one.note().strip());
            }
        });
        return new VisitForm(verdicts, notes, Map.of(), 0).sightings();
    }
}
