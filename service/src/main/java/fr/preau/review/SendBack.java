package fr.preau.review;

import fr.preau.kernel.ControlCode;
import fr.preau.kernel.FreeText;
import fr.preau.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be looked at again, and why.
 *
 * @param reasons at least one control, each with its reason
 */
public record SendBack(Map<ControlCode, String> reasons) {
    /** Most characters that a reason may have. */
    public static final int REASON_LENGTH = 2_000;
    /** Most controls that one sending back may name: more than any checklist has. */
    public static final int REASONS = 500;

    public SendBack {
        if (reasons.size() > REASONS) {
            throw Refusal.invalid("reasons", "review.reasons.many", REASONS);
        }
        Map<ControlCode, String> given = new LinkedHashMap<>();
        reasons.forEach((control, reason) -> {
            if (!reason.isBlank()) {
                given.put(control, checked("reason." + control, reason));
            }
        });
        if (given.isEmpty()) {
            throw Refusal.invalid("reasons", "review.reasons.none");
        }
        reasons = Map.copyOf(given);
    }

    /** A reason without surrounding space, refused when it is empty, too long or holds control characters. */
    static String checked(String field, String reason) {
        String text = reason.strip().replace("\r\n", "\n");
        if (text.isEmpty() || text.length() > REASON_LENGTH || FreeText.holdsInvisible(text)) {
            throw Refusal.invalid(field, "review.reason.form", REASON_LENGTH);
        }
        return text;
    }
}
