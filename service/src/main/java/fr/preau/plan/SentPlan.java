package fr.preau.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.checklist.Party;
import fr.preau.kernel.AuditId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A new action, as the API sends it.
 *
 * @param audits the schools of a list, by their audits
 */
public record SentPlan(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String title,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        Party party,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        LocalDate due,

        @Nullable Integer cost,
        @Nullable String note,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        Extent extent,

        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Long> audits) {

    NewAction action() {
        return new NewAction(title, party, due, cost, note);
    }

    Set<AuditId> ticked() {
        return audits == null
                ? Set.of()
                : audits.stream()
                        .map(id -> AuditId.fromString(String.valueOf(id)))
                        .collect(Collectors.toSet());
    }
}
