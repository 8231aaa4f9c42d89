package fr.preau.web;

import fr.preau.kernel.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Changes the language and returns to the page one came from.
 *
 * <p>A plain link, so that it works without scripts and before signing in; it changes a preference and nothing else.
 */
@Path("/langue/{language}")
@Anyone
public final class LanguagePages {
    private static final int ONE_YEAR = 365 * 24 * 3600;

    @GET
    public Response choose(
            @PathParam("language") String language,
            @HeaderParam("Referer") @Nullable String from,
            @Context UriInfo here) {
        if (Messages.locale(language) == null) {
            throw Refusal.notFound();
        }
        NewCookie cookie = new NewCookie.Builder(Viewers.LANGUAGE)
                .value(language)
                .path("/")
                .maxAge(ONE_YEAR)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(back(from, here.getRequestUri()))
                .cookie(cookie)
                .build();
    }

    /** Where one came from, when that is ours: never a way to send people elsewhere. */
    private static URI back(@Nullable String from, URI here) {
        try {
            URI page = new URI(from == null ? "" : from);
            boolean ours = here.getRawAuthority().equals(page.getRawAuthority());
            String path = ours ? page.getRawPath() : "/";
            String query = ours && page.getRawQuery() != null ? "?" + page.getRawQuery() : "";
            return here.resolve("/").resolve(path.startsWith("//") ? "/" : path + query);
        } catch (URISyntaxException notOurs) {
            return here.resolve("/");
        }
    }
}
