package fr.preau.web;

import fr.preau.kernel.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * Serves {@link Assets}: for ever under the present version, unkept under any other.
 *
 * <p>A page of the release before may still ask for its sheet: it gets today's, and the browser does not keep it.
 */
@Path("/assets/{version}/{name: .+}")
@Anyone
public final class AssetsResource {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "txt", "text/plain;charset=utf-8");

    private final Assets assets;

    public AssetsResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    public Response get(@PathParam("version") String version, @PathParam("name") String name) {
        byte[] content = assets.content(name).orElseThrow(Refusal::notFound);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        boolean kept = version.equals(assets.version());
        return Response.ok(content, TYPES.getOrDefault(extension, "application/octet-stream"))
                .header(HttpHeaders.CACHE_CONTROL, kept ? "public, max-age=31536000, immutable" : "no-store")
                .build();
    }
}
