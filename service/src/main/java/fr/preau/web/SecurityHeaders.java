package fr.preau.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/**
 * Tells the browser on every reply what it must not do: run or load what is not ours, be framed, guess types, keep
 * pages.
 *
 * <p>The policy allows no inline script or style and no eval; a template that needs one is wrong. A reply that sets its
 * own {@code Cache-Control} (assets) or its own, stricter, policy (files that people sent) keeps it.
 */
@Provider
public final class SecurityHeaders implements ContainerResponseFilter {
    /** The header that says what a page may load and run. */
    public static final String POLICY = "Content-Security-Policy";

    static final Map<String, String> ALWAYS = Map.of(
            POLICY,
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        Object own = headers.getFirst(POLICY);
        ALWAYS.forEach(headers::putSingle);
        if (own != null) {
            headers.putSingle(POLICY, own);
        }
        headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
        if ("https".equals(request.getUriInfo().getRequestUri().getScheme())) {
            headers.putSingle("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
