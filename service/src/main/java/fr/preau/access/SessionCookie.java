package fr.preau.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * The cookie that carries a session's secret. On HTTPS its name begins with {@code __Host-}, so that a browser takes it
 * from this very host alone; on plain HTTP, which only loopback serves, that name is not allowed.
 *
 * @param secure whether browsers come by HTTPS
 * @param word its name without that beginning
 */
public record SessionCookie(boolean secure, String word) {
    private static final String PREFIX = "__Host-";

    public SessionCookie(boolean secure) {
        this(secure, "preau");
    }

    /** The cookie of a sign-in that waits for its second factor. */
    SessionCookie ofStep() {
        return new SessionCookie(secure, word + "-etape");
    }

    /** The cookie of who is, or came in, by the provider of identities. */
    SessionCookie ofProvider() {
        return new SessionCookie(secure, word + "-fournisseur");
    }

    public String name() {
        return secure ? PREFIX + word : word;
    }

    /** The secret that the request brings, if any. */
    Optional<Secret> read(ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(name());
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(Secret::new);
    }

    NewCookie carrying(Secret secret) {
        return cookie(secret.text()).build();
    }

    /** Tells the browser to forget it. */
    NewCookie gone() {
        return cookie("").maxAge(0).build();
    }

    private NewCookie.Builder cookie(String value) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX);
    }
}
