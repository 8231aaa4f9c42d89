package fr.preau.web;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an empty body, or the JSON word {@code null}, where an object is asked for: no endpoint has to check.
 *
 * <p>A request without any body is never read, so that the interceptor alone would let it through to the endpoint.
 */
@Provider
public final class BodyNeeded implements ContainerRequestFilter, ReaderInterceptor {
    @Context
    private @Nullable ResourceInfo endpoint;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = endpoint == null ? null : endpoint.getResourceMethod();
        Consumes taken = method == null ? null : method.getAnnotation(Consumes.class);
        if (!request.hasEntity()
                && taken != null
                && Arrays.asList(taken.value()).contains(MediaType.APPLICATION_JSON)) {
            throw empty();
        }
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        MediaType type = context.getMediaType();
        if (body == null && (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))) {
            throw empty();
        }
        return body;
    }

    private static Refusal empty() {
        return new Refusal(new Problem.Malformed(Message.of("api.body.empty")));
    }
}
