package fr.preau.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.audit.OpinionKind;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An opinion to give.
 *
 * @param verdict what the reviewer would answer: needed to contest, refused otherwise
 * @param reason needed but to accept
 */
public record NewOpinion(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        OpinionKind kind,

        @Nullable Verdict verdict,
        @Nullable String reason) {

    public NewOpinion {
        boolean contests = kind == OpinionKind.CONTESTED;
        if (contests != (verdict != null) || verdict == Verdict.NE_SAIT_PAS) {
            throw Refusal.invalid("verdict", contests ? "review.opinion.verdict.none" : "review.opinion.verdict.other");
        }
        String text = reason == null ? "" : reason.strip();
        if (text.isEmpty() && kind != OpinionKind.ACCEPTED) {
            throw Refusal.invalid("reason", "review.opinion.reason.none");
        }
        reason = text.isEmpty() ? null : SendBack.checked("reason", text);
    }
}
