package fr.preau.access;

import fr.preau.web.Person;
import fr.preau.web.Viewer;
import fr.preau.web.Viewers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sends a request, before anything is decided about it: a page by its cookie, the API by its token. It
 * refuses nobody; {@link Gate} does, at the endpoints that say so.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class PrincipalFilter implements ContainerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Tokens tokens;
    private final SessionCookie cookie;
    private final Viewers viewers;

    PrincipalFilter(Sessions sessions, Tokens tokens, SessionCookie cookie, Viewers viewers) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookie = cookie;
        this.viewers = viewers;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        switch (RequestKind.of(request)) {
            case PAGE -> cookie.read(request).ifPresent(secret -> bySession(request, secret));
            case API -> bearer(request).flatMap(tokens::find).ifPresent(found -> enter(request, found));
            case ASSET -> {}
        }
    }

    private void bySession(ContainerRequestContext request, Secret secret) {
        sessions.find(secret).ifPresent(principal -> {
            enter(request, principal);
            Viewer viewer = viewers.of(request);
            viewers.signedIn(
                    request,
                    new Person(principal.name(), viewer.t(principal.employerLabel())),
                    CsrfFilter.formToken(secret),
                    Navigation.links(principal, viewer, RequestKind.localPath(request)));
        });
    }

    private static Optional<Secret> bearer(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        return Optional.of(new Secret(header.substring(BEARER.length()).strip()));
    }

    private static void enter(ContainerRequestContext request, Principal principal) {
        request.setSecurityContext(
                new Known(principal, request.getSecurityContext().isSecure()));
    }

    /** Who sends the request, null when nobody known does. */
    static @Nullable Principal of(ContainerRequestContext request) {
        return request.getSecurityContext().getUserPrincipal() instanceof Principal principal ? principal : null;
    }

    /** A request with its person; rights are asked of the principal itself. */
    private record Known(Principal principal, boolean secure) implements SecurityContext {
        @Override
        public java.security.Principal getUserPrincipal() {
            return principal;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getAuthenticationScheme() {
            return "preau";
        }
    }
}
