package fr.preau.web;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Answers everything else: 400 for a body that is not the JSON asked for, 500 for a fault of ours.
 *
 * <p>The reply to a fault holds an id and no word of the exception; the log holds both.
 */
@Provider
public final class FaultMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultMapper.class);

    @Override
    public Response toResponse(Throwable fault) {
        // An id that can't exist is not found in a path; in a body it is a member to correct.
        if (fault.getCause() instanceof Refusal refusal && refusal.problem() instanceof Problem.Invalid invalid) {
            return Failure.of(invalid).response();
        }
        boolean ours = fault instanceof JsonGenerationException || fault instanceof InvalidDefinitionException;
        if (!ours && fault instanceof JsonProcessingException body) {
            return UnreadableBody.of(body).response();
        }
        if (fault instanceof CharConversionException) {
            return Failure.of(400, "bad-request").response();
        }
        return unexpected(fault);
    }

    static Response unexpected(Throwable fault) {
        LOG.error("Request {} failed", MDC.get(RequestIds.MDC_KEY), fault);
        return Failure.of(500, "unexpected").response();
    }
}
