package fr.preau.press;

import fr.preau.web.Anyone;
import fr.preau.web.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** CLEAR editions, for everybody. */
@Path("editions")
@Anyone
public final class OpenPages {
    private final OpenShelf shelf;

    public OpenPages(OpenShelf shelf) {
        this.shelf = shelf;
    }

    @GET
    public View list() {
        return View.of("press/editions.jte", shelf.editions());
    }

    @GET
    @Path("{issue}")
    public View show(@PathParam("issue") IssueId issue) {
        return View.of("press/opened.jte", new Opened(shelf.edition(issue.value()), "/editions/" + issue));
    }

    @GET
    @Path("{issue}/{file}")
    public Response file(@PathParam("issue") IssueId issue, @PathParam("file") String name) {
        return Handed.over(shelf.editionFile(issue.value(), name));
    }

    /** Files to fetch, below an address. */
    public record Opened(OpenShelf.Opened opened, String base) {}
}
