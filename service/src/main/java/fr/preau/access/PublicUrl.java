package fr.preau.access;

import fr.preau.kernel.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where browsers reach the service: scheme, host and port, without a path. One-time links begin with it, and it decides
 * whether cookies are for HTTPS only.
 */
public record PublicUrl(URI uri) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public PublicUrl {
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        boolean root = uri.getRawPath() == null || uri.getRawPath().isEmpty() || "/".equals(uri.getRawPath());
        if (!web || !bare || !root || uri.getHost() == null) {
            throw Refusal.invalid("publicUrl", "access.publicUrl.form", uri.toString());
        }
    }

    /** Reads it out of the configuration. */
    public static PublicUrl of(String text) {
        try {
            return new PublicUrl(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw Refusal.invalid("publicUrl", "access.publicUrl.form", text);
        }
    }

    /** The address of a service that only its own machine reaches. */
    public static PublicUrl local(int port) {
        return of("http://localhost:" + port);
    }

    public boolean secure() {
        return "https".equals(uri.getScheme());
    }

    /** {@code https://preau.example.fr}: what a browser sends as {@code Origin}. */
    public String origin() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** The whole address of a local path. */
    public String link(String path) {
        return origin() + path;
    }

    /** Whether the address leads nowhere but to the machine itself. */
    static boolean isLoopback(URI address) {
        return address.getHost() != null && LOOPBACK.contains(address.getHost());
    }

    @Override
    public String toString() {
        return origin();
    }
}
