package fr.preau.review;

import fr.preau.kernel.ControlCode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a reviewer's form sends: a text a control under {@code reason.SAU-02}, one reason for the whole, and at which
 * step one stands. Another look is asked for by {@code regarder}: what was typed comes along.
 *
 * @param reasons what was typed, by the code as it was sent
 * @param reason why the audit is reopened or removed
 * @param place what one was looking at
 */
public record JudgeForm(Map<String, String> reasons, String reason, Step step, Place place) {
    private static final String PREFIX = "reason.";

    /** A decision is asked for, then confirmed on a page of its own, from which one may also go back and edit. */
    public enum Step {
        ASK,
        CONFIRM,
        EDIT
    }

    public JudgeForm {
        reasons = Map.copyOf(reasons);
    }

    static JudgeForm at(Place place) {
        return new JudgeForm(Map.of(), "", Step.ASK, place);
    }

    static JudgeForm of(MultivaluedMap<String, String> sent) {
        Map<String, String> reasons = new LinkedHashMap<>();
        sent.forEach((field, values) -> {
            if (field.startsWith(PREFIX) && !values.isEmpty()) {
                reasons.put(field.substring(PREFIX.length()), values.get(0));
            }
        });
        String reason = sent.containsKey("reason") ? sent.getFirst("reason") : "";
        String look = sent.getFirst(sent.containsKey("regarder") ? "regarder" : "voir");
        Place place = Place.of(
                look, null, QueueChoice.of(sent.getFirst("ordre"), sent.getFirst("campagne"), sent.getFirst("unite")));
        return new JudgeForm(reasons, reason, step(sent.getFirst("etape")), place);
    }

    private static Step step(String sent) {
        if ("confirmer".equals(sent)) {
            return Step.CONFIRM;
        }
        return "modifier".equals(sent) ? Step.EDIT : Step.ASK;
    }

    /** The reasons as a sending back, refused when there is none or one is too long. */
    SendBack sendBack() {
        Map<ControlCode, String> given = new LinkedHashMap<>();
        reasons.forEach((code, reason) -> {
            if (!reason.isBlank()) {
                given.put(new ControlCode(code), reason);
            }
        });
        return new SendBack(given);
    }
}
