package fr.preau.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.security.SecureRandom;
import org.slf4j.MDC;

/**
 * Gives each request an id that stands in the reply, on the page of a fault and in every line of its log.
 *
 * <p>Always ours, never one that the caller sent: an id leads to one request only.
 */
@Provider
@PreMatching
@Priority(0)
public final class RequestIds implements ContainerRequestFilter, ContainerResponseFilter {
    /** Name of the header in the reply. */
    public static final String HEADER = "X-Request-Id";

    static final String MDC_KEY = "request";
    private static final String PROPERTY = "preau.request";

    private final SecureRandom random = new SecureRandom();

    @Override
    public void filter(ContainerRequestContext request) {
        String id = next();
        request.setProperty(PROPERTY, id);
        MDC.put(MDC_KEY, id);
    }

    String next() {
        return Long.toString(random.nextLong() >>> 4, Character.MAX_RADIX);
    }

    // The id stays with the thread until the next request: a page may still fail while it is written.
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, of(request));
    }

    /** The id of a request that has entered; {@code "-"} before. */
    public static String of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof String id ? id : "-";
    }
}
