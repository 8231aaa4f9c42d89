package fr.preau.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.checklist.Party;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is written of an action, as the API sends it. */
public record SentAction(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String title,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        Party party,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        LocalDate due,

        @Nullable Integer cost,
        @Nullable String note) {

    NewAction action() {
        return new NewAction(title, party, due, cost, note);
    }
}
