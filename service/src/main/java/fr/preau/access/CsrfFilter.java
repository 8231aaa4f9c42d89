package fr.preau.access;

import fr.preau.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a form that another site sends in somebody's name. Every page request that may change something must come from
 * a page of ours, and within a session it must carry the session's form token. The API takes no cookie, so it needs none
 * of this.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
final class CsrfFilter implements ContainerRequestFilter {
    static final String FIELD = "csrf";
    static final String HEADER = "X-CSRF-Token";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final int LARGEST_FORM = 1024 * 1024;
    private static final int LONGEST_START = 512;
    private static final Pattern FIRST_PART = Pattern.compile(
            "--[^\\r\\n]{1,200}\\r\\nContent-Disposition: form-data; name=\"" + FIELD
                    + "\"\\r\\n\\r\\n([^\\r\\n]{1,100})\\r\\n",
            Pattern.CASE_INSENSITIVE);

    private final SessionCookie cookie;
    private final @Nullable PublicUrl publicUrl;

    CsrfFilter(SessionCookie cookie, @Nullable PublicUrl publicUrl) {
        this.cookie = cookie;
        this.publicUrl = publicUrl;
    }

    /** What every form of a session sends back. */
    static String formToken(Secret session) {
        return session.derive("form");
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (SAFE.contains(request.getMethod()) || RequestKind.of(request) == RequestKind.API) {
            return;
        }
        if (!isFromHere(request) || !carriesToken(request)) {
            throw Refusal.forbidden("access.form.foreign");
        }
    }

    /**
     * The page comes from the public address, or from this machine at the very address that it asks. A host that is
     * neither, such as one that an attacker's name server points here, is nobody's.
     */
    private boolean isFromHere(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        if (origin == null) {
            return "same-origin".equals(request.getHeaderString("Sec-Fetch-Site"));
        }
        if (publicUrl != null && origin.equals(publicUrl.origin())) {
            return true;
        }
        try {
            URI page = new URI(origin);
            String host = request.getHeaderString(HttpHeaders.HOST);
            return PublicUrl.isLoopback(page) && page.getRawAuthority().equals(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean carriesToken(ContainerRequestContext request) throws IOException {
        if (PrincipalFilter.of(request) == null) {
            return true;
        }
        byte[] wanted =
                cookie.read(request).map(CsrfFilter::formToken).orElseThrow().getBytes(StandardCharsets.US_ASCII);
        String header = request.getHeaderString(HEADER);
        String sent = header != null ? header : field(request);
        return MessageDigest.isEqual(wanted, sent.getBytes(StandardCharsets.UTF_8));
    }

    /** The field of a form, whose body is kept for the endpoint. */
    private static String field(ContainerRequestContext request) throws IOException {
        MediaType type = request.getMediaType();
        if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            return firstPart(request);
        }
        if (type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return "";
        }
        byte[] body = request.getEntityStream().readNBytes(LARGEST_FORM + 1);
        if (body.length > LARGEST_FORM) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        return Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&", -1))
                .filter(pair -> pair.startsWith(FIELD + "="))
                .map(pair -> decoded(pair.substring(FIELD.length() + 1)))
                .findFirst()
                .orElse("");
    }

    /**
     * In a form with a file, the token is the first field: it is looked at ahead, and the file has not arrived yet. In the
     * address, proxies would write it into their logs.
     */
    private static String firstPart(ContainerRequestContext request) throws IOException {
        byte[] start = request.getEntityStream().readNBytes(LONGEST_START);
        request.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(start), request.getEntityStream()));
        Matcher part = FIRST_PART.matcher(new String(start, StandardCharsets.ISO_8859_1));
        return part.lookingAt() ? part.group(1) : "";
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
