package fr.preau.web;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Violation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem on its way out, not yet a page nor JSON: the {@link Presenter} decides by what the request accepts.
 *
 * <p>Rules throw a {@code Refusal}; this is for the mappers, and for a filter that refuses before any rule.
 *
 * @param slug last part of the problem's type; its title is the message {@code problem.title.<slug>}
 * @param detail the fact, then the remedy
 * @param current what is stored now, for a stale write; null otherwise
 */
public record Failure(
        int status,
        String slug,
        Message detail,
        List<Violation> violations,
        @Nullable Object current) {
    public Failure {
        violations = List.copyOf(violations);
    }

    public static Failure of(Problem problem) {
        List<Violation> violations = problem instanceof Problem.Invalid invalid ? invalid.violations() : List.of();
        Object current = problem instanceof Problem.Stale stale ? stale.current() : null;
        return new Failure(problem.status(), problem.slug(), problem.message(), violations, current);
    }

    static Failure of(int status, String slug) {
        return new Failure(status, slug, Message.of("problem.detail." + slug), List.of(), null);
    }

    /** A short name of the problem, the same whatever its detail. */
    public Message title() {
        return Message.of("problem.title." + slug);
    }

    Response response() {
        // A type of its own, or Jersey would refuse to answer a request that accepts nothing; the Presenter sets the
        // last.
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(this)
                .build();
    }
}
