package fr.preau.access;

import fr.preau.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;

/**
 * Stands before one endpoint. Who is nobody is led to the sign-in page, or told 401 by the API; who lacks the role meets
 * the same 404 as at an address that doesn't exist.
 */
@Priority(Priorities.AUTHENTICATION)
final class Gate implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer realm=\"preau\"";

    private final Set<Role> roles;

    /**
     * @param roles one of them is needed; none for everybody who is signed in
     */
    Gate(Set<Role> roles) {
        this.roles = Set.copyOf(roles);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Principal principal = PrincipalFilter.of(request);
        if (principal == null) {
            request.abortWith(turnedAway(request));
            return;
        }
        if (!roles.isEmpty() && roles.stream().noneMatch(principal::has)) {
            throw Refusal.notFound();
        }
    }

    private static Response turnedAway(ContainerRequestContext request) {
        if (RequestKind.of(request) == RequestKind.API) {
            boolean tried = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
            throw new NotAuthorizedException(tried ? SCHEME + ", error=\"invalid_token\"" : SCHEME);
        }
        if (request.getHeaderString("HX-Request") != null) {
            // A redirection would put the sign-in page into a corner of this one: htmx is told to leave it instead.
            String from = request.getHeaderString("HX-Current-URL");
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header("HX-Redirect", pathOf(from == null ? "/" : from).signIn())
                    .build();
        }
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        ReturnPath back = reading ? ReturnPath.of(RequestKind.localPath(request)) : ReturnPath.HOME;
        return Response.seeOther(back.signIn()).build();
    }

    private static ReturnPath pathOf(String address) {
        try {
            URI page = URI.create(address);
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return ReturnPath.of(page.getRawPath() + query);
        } catch (IllegalArgumentException e) {
            return ReturnPath.HOME;
        }
    }
}
