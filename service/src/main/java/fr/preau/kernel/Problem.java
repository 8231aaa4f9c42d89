package fr.preau.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is refused: the closed list of what a service may throw within a {@link Refusal}.
 *
 * <p>The same problem is a page or {@code application/problem+json} by the request's {@code Accept}. What lies outside
 * the caller's perimeter is {@link NotFound}, exactly like an id that does not exist.
 */
public sealed interface Problem {

    /** HTTP status of the reply. */
    int status();

    /** Last part of the problem's {@code type} URI, stable for API clients. */
    String slug();

    /** The fact and its remedy, in one sentence or two. */
    Message message();

    /** Unknown, or outside the perimeter: the two can't be told apart. */
    record NotFound() implements Problem {
        @Override
        public int status() {
            return 404;
        }

        @Override
        public String slug() {
            return "not-found";
        }

        @Override
        public Message message() {
            return Message.of("problem.notFound");
        }
    }

    /** Seen, but not allowed to do this; the message says who may. */
    record Forbidden(Message message) implements Problem {
        @Override
        public int status() {
            return 403;
        }

        @Override
        public String slug() {
            return "forbidden";
        }
    }

    /** The request itself can't be read: a header or a body without its form. Not for a value that a rule refuses. */
    record Malformed(Message message) implements Problem {
        @Override
        public int status() {
            return 400;
        }

        @Override
        public String slug() {
            return "bad-request";
        }
    }

    /** What was sent can't be taken; each violation names its field. */
    record Invalid(List<Violation> violations) implements Problem {
        public Invalid {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("an invalid request has at least one violation");
            }
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public String slug() {
            return "invalid";
        }

        @Override
        public Message message() {
            return violations.size() == 1
                    ? violations.get(0).message()
                    : Message.of("problem.invalid", violations.size());
        }
    }

    /** Well formed, but the state of things forbids it now. */
    record Conflict(Message message) implements Problem {
        @Override
        public int status() {
            return 409;
        }

        @Override
        public String slug() {
            return "conflict";
        }
    }

    /**
     * Too many attempts: the same request may succeed later.
     *
     * @param seconds how long to wait, at least one
     */
    record TooMany(long seconds) implements Problem {
        @Override
        public int status() {
            return 429;
        }

        @Override
        public String slug() {
            return "too-many-attempts";
        }

        @Override
        public Message message() {
            return Message.of("problem.tooMany", seconds);
        }
    }

    /**
     * Too many requests in one minute, whatever they were: the same request succeeds in the next.
     *
     * @param most requests that a minute may hold
     * @param seconds how long to wait, at least one
     */
    record TooFast(int most, long seconds) implements Problem {
        @Override
        public int status() {
            return 429;
        }

        @Override
        public String slug() {
            return "too-many-requests";
        }

        @Override
        public Message message() {
            return Message.of("problem.tooFast", most, seconds);
        }
    }

    /**
     * Somebody else has written since: nothing was changed.
     *
     * @param current what is stored now, a record that the API writes as JSON and the page shows beside one's own; null
     *     when nothing is
     */
    record Stale(Message message, @Nullable Object current) implements Problem {
        @Override
        public int status() {
            return 412;
        }

        @Override
        public String slug() {
            return "stale";
        }
    }
}
