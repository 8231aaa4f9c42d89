package fr.preau.web;

import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/**
 * Answers what JAX-RS refused before any of our code: no such path, a method or a type that is not taken.
 *
 * <p>A typed id that refuses its text in a path keeps its own problem, which Jersey wraps.
 */
@Provider
public final class RequestFaultMapper implements ExceptionMapper<WebApplicationException> {
    private static final Map<Integer, String> SLUGS = Map.of(
            400, "bad-request",
            401, "signed-out",
            403, "forbidden",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-type",
            428, "version-required",
            429, "too-many-attempts",
            503, "unavailable");
    private static final List<String> KEPT =
            List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER);

    @Override
    public Response toResponse(WebApplicationException fault) {
        if (fault.getCause() instanceof Refusal refusal) {
            return Failure.of(refusal.problem()).response();
        }
        Response theirs = fault.getResponse();
        int status = theirs.getStatus();
        if (status < 400) {
            return theirs;
        }
        if (status >= 500 && status != 503) {
            return FaultMapper.unexpected(fault);
        }
        Response.ResponseBuilder ours = Response.fromResponse(failure(status).response());
        KEPT.forEach(name -> {
            if (theirs.getHeaderString(name) != null) {
                ours.header(name, theirs.getHeaderString(name));
            }
        });
        return ours.build();
    }

    static Failure failure(int status) {
        return status == 404
                ? Failure.of(new Problem.NotFound())
                : Failure.of(status, SLUGS.getOrDefault(status, "bad-request"));
    }
}
