package fr.preau.kernel;

import java.util.List;

/**
 * The one exception that a rule throws: it carries its {@link Problem} and rolls the transaction back.
 *
 * <p>Never for a fault of the program: those stay what they are and answer 500 with an id.
 */
public final class Refusal extends RuntimeException {
    private final transient Problem problem;

    public Refusal(Problem problem) {
        // A refusal is an answer, not a fault: no stack to fill.
        super(problem.slug() + " " + problem.message().key(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public static Refusal notFound() {
        return new Refusal(new Problem.NotFound());
    }

    public static Refusal forbidden(String key, Object... args) {
        return new Refusal(new Problem.Forbidden(Message.of(key, args)));
    }

    public static Refusal invalid(String field, String key, Object... args) {
        return new Refusal(new Problem.Invalid(List.of(new Violation(field, Message.of(key, args)))));
    }

    public static Refusal conflict(String key, Object... args) {
        return new Refusal(new Problem.Conflict(Message.of(key, args)));
    }
}
