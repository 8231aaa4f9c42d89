package fr.preau.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Behind a proxy, gives each request the address that its browser used: redirections and the check of {@code Origin}
 * then take it from the configuration, never from a {@code Host} header.
 */
@Provider
@PreMatching
@Priority(1)
final class PublicAddressFilter implements ContainerRequestFilter {
    /** Set when the request's address comes from the configuration. */
    static final String PROPERTY = "preau.publicAddress";

    private final PublicUrl publicUrl;

    PublicAddressFilter(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        URI base = request.getUriInfo().getBaseUri();
        if (!PublicUrl.isLoopback(base)) {
            request.setRequestUri(moved(base), moved(request.getUriInfo().getRequestUri()));
            request.setProperty(PROPERTY, publicUrl);
        }
    }

    private URI moved(URI address) {
        URI there = publicUrl.uri();
        return UriBuilder.fromUri(address)
                .scheme(there.getScheme())
                .host(there.getHost())
                .port(there.getPort())
                .build();
    }
}
