package fr.preau.web;

import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what a rule refused. */
@Provider
public final class RefusalMapper implements ExceptionMapper<Refusal> {
    @Override
    public Response toResponse(Refusal refusal) {
        Response reply = Failure.of(refusal.problem()).response();
        if (refusal.problem() instanceof Problem.TooMany tooMany) {
            reply.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, tooMany.seconds());
        }
        if (refusal.problem() instanceof Problem.TooFast tooFast) {
            reply.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, tooFast.seconds());
        }
        return reply;
    }
}
