package fr.preau.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.FreeText;
import fr.preau.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An answer to save; also the body by which the API sends one.
 *
 * @param comment null when there is none; required when the control is declared not applicable
 */
public record NewAnswer(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        Verdict verdict,

        @Nullable String comment) {
    public static final int COMMENT_LENGTH = 4_000;

    public NewAnswer {
        comment = comment == null || comment.isBlank() ? null : comment.strip().replace("\r\n", "\n");
        if (comment != null && comment.length() > COMMENT_LENGTH) {
            throw Refusal.invalid("comment", "audit.comment.long", COMMENT_LENGTH);
        }
        if (comment != null && FreeText.holdsInvisible(comment)) {
            throw Refusal.invalid("comment", "audit.comment.control");
        }
        if (verdict == Verdict.NON_APPLICABLE && comment == null) {
            throw Refusal.invalid("comment", "audit.comment.reason");
        }
    }
}
