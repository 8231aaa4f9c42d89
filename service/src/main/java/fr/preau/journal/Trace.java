package fr.preau.journal;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.kernel.AccountId;
import java.time.Instant;
import org.jdbi.v3.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * One entry as it is read back.
 *
 * @param text the free text beside it, null when there was none or it has been erased
 * @param touched how many other objects the same action touched
 */
public record Trace(
        long id,
        Instant at,
        AccountId account,
        String action,
        String object,
        @Json @Nullable JsonNode before,
        @Json @Nullable JsonNode after,
        @Nullable String text,
        int touched) {

    /** A value of the state after the change, empty when it isn't there. */
    public String after(String name) {
        return after == null ? "" : after.path(name).asText();
    }

    /** A value of the state before the change, empty when it isn't there. */
    public String before(String name) {
        return before == null ? "" : before.path(name).asText();
    }
}
