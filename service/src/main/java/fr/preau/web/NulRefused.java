package fr.preau.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Refuses a query or a form that holds the character NUL: nobody types it, and PostgreSQL takes it in no text.
 *
 * <p>Here rather than in each rule, because a text may reach a search before it reaches a record. JSON is the records'
 * own to check: they name the field.
 */
@Provider
@Priority(NulRefused.AFTER_BODY_LIMIT)
public final class NulRefused implements ContainerRequestFilter {
    static final int AFTER_BODY_LIMIT = 600;
    private static final String ESCAPED = "%00";

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        if (query != null && query.contains(ESCAPED) || isForm(request) && holdsNul(request)) {
            request.abortWith(Failure.of(400, "bad-request").response());
        }
    }

    private static boolean isForm(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        return request.hasEntity() && type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
    }

    /** {@link BodyLimit} has read the body: this costs no wait, and the endpoint finds it whole. */
    private static boolean holdsNul(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String form = new String(body, StandardCharsets.ISO_8859_1);
        return form.contains(ESCAPED) || form.indexOf('\0') >= 0;
    }
}
