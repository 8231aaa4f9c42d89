package fr.preau.checklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the file offers it. The value is the rules' own ({@link Verdict#value()}): a file with another one is
 * refused, so that figures of two checklists mean the same.
 *
 * @param bringsAdvice whether the control's advice is shown after this answer
 */
public record AnswerOption(
        @JsonProperty("code") Verdict verdict,
        @JsonProperty("libelle") String label,
        @JsonProperty("valeur") @Nullable BigDecimal value,
        @JsonProperty("appelle_conseil") boolean bringsAdvice) {}
