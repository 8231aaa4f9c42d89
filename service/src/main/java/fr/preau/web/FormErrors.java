package fr.preau.web;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to correct in a form that is shown again: the summary above, and each message at its field.
 *
 * <p>Not for a JSON reply: there the refusal itself says it.
 */
public record FormErrors(List<Violation> all) {
    /** A form that has not been sent yet. */
    public static final FormErrors NONE = new FormErrors(List.of());

    public FormErrors {
        all = List.copyOf(all);
    }

    /** The violations of an invalid request; any other refusal is thrown again. */
    public static FormErrors of(Refusal refusal) {
        if (refusal.problem() instanceof Problem.Invalid invalid) {
            return new FormErrors(invalid.violations());
        }
        throw refusal;
    }

    /** What a refusal says above the form; what is not found or can't be read is thrown again. */
    public static FormErrors shown(Refusal refusal) {
        Problem problem = refusal.problem();
        if (problem instanceof Problem.NotFound || problem instanceof Problem.Malformed) {
            throw refusal;
        }
        return problem instanceof Problem.Invalid invalid
                ? new FormErrors(invalid.violations())
                : new FormErrors(List.of(new Violation("", problem.message())));
    }

    /** What to correct in this field, null when it is right. */
    public @Nullable Message of(String field) {
        return all.stream()
                .filter(violation -> violation.field().equals(field))
                .map(Violation::message)
                .findFirst()
                .orElse(null);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
