package fr.preau.web;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Refuses an empty body, or the JSON word {@code null}, where an object is asked for: no endpoint has to check. */
@Provider
public final class BodyNeeded implements ReaderInterceptor {
    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        MediaType type = context.getMediaType();
        if (body == null && (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))) {
            throw new Refusal(new Problem.Malformed(Message.of("api.body.empty")));
        }
        return body;
    }
}
