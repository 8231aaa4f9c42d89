package fr.preau.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that is larger than anything we ask for, declared or not, before it is read as anything.
 *
 * <p>64 kB, 1 MB for a page's form (a reviewer may write a reason for each control). What is refused is read to its end
 * within reason, so that the sender hears why rather than a broken connection. An endpoint that {@link TakesFile} bounds
 * its own.
 */
@Provider
@Priority(500)
public final class BodyLimit implements ContainerRequestFilter {
    /** Most bytes of a body that is no form. */
    public static final int BYTES = 64 * 1024;

    private static final int FORM_BYTES = 1024 * 1024;
    private static final int DRAINED = 8 * 1024 * 1024;

    @Context
    private @Nullable ResourceInfo endpoint;

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            if (request.hasEntity() && !takesFile()) {
                hold(request);
            }
        } catch (IOException cut) {
            // The sender stopped half-way: its fault, not ours.
            request.abortWith(Failure.of(400, "bad-request").response());
        }
    }

    private boolean takesFile() {
        Method method = endpoint == null ? null : endpoint.getResourceMethod();
        return method != null && method.isAnnotationPresent(TakesFile.class);
    }

    private static void hold(ContainerRequestContext request) throws IOException {
        int limit = limit(request.getMediaType());
        InputStream sent = request.getEntityStream();
        byte[] body = sent.readNBytes(limit + 1);
        if (body.length <= limit) {
            request.setEntityStream(new ByteArrayInputStream(body));
            return;
        }
        drain(sent);
        request.abortWith(Failure.of(413, "too-large").response());
    }

    private static int limit(MediaType type) {
        boolean form = type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        return form ? FORM_BYTES : BYTES;
    }

    private static void drain(InputStream sent) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        int left = DRAINED;
        int read = sent.read(buffer);
        while (read > 0 && left > 0) {
            left -= read;
            read = sent.read(buffer);
        }
    }
}
