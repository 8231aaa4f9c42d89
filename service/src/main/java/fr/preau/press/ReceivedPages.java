package fr.preau.press;

import fr.preau.access.Secret;
import fr.preau.web.Anyone;
import fr.preau.web.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** What a named receiver finds behind the link that was handed to them, as long as it serves. */
@Path("recu/{secret}")
@Anyone
public final class ReceivedPages {
    private final OpenShelf shelf;

    public ReceivedPages(OpenShelf shelf) {
        this.shelf = shelf;
    }

    @GET
    public View show(@PathParam("secret") String secret) {
        return View.of("press/opened.jte", new OpenPages.Opened(shelf.received(new Secret(secret)), "/recu/" + secret));
    }

    @GET
    @Path("{file}")
    public Response file(@PathParam("secret") String secret, @PathParam("file") String name) {
        return Handed.over(shelf.receivedFile(new Secret(secret), name));
    }
}
