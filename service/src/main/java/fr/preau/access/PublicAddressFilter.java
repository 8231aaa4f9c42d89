package fr.preau.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Behind a proxy, gives each request the address that its browser used: what is built from it then comes from
 * the configuration, never from a {@code Host} header.
 */
@Provider
@PreMatching
@Priority(1)
final class PublicAddressFilter implements ContainerRequestFilter {
    private final PublicUrl publicUrl;

    PublicAddressFilter(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo asked = request.getUriInfo();
        request.setRequestUri(moved(asked.getBaseUri()), moved(asked.getRequestUri()));
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
