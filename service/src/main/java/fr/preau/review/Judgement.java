package fr.preau.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a reviewer decides, as the API takes it.
 *
 * @param reasons a reason by control; needed to send back, refused otherwise
 */
public record Judgement(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        Decision decision,

        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        Map<String, String> reasons) {

    /** The two words that the API takes. */
    public enum Decision {
        VALIDATE,
        SEND_BACK
    }

    public Judgement {
        reasons = Map.copyOf(reasons);
        if (decision == Decision.VALIDATE && !reasons.isEmpty()) {
            throw Refusal.invalid("reasons", "api.reasons.validate");
        }
    }

    SendBack sendBack() {
        Map<ControlCode, String> given = new LinkedHashMap<>();
        reasons.forEach((control, reason) -> given.put(new ControlCode(control), reason));
        return new SendBack(given);
    }
}
