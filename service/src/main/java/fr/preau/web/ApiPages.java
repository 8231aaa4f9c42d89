package fr.preau.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The page by which a developer learns the API, open to all: it shows no data. */
@Path("api")
@Produces(MediaType.TEXT_HTML)
@Anyone
public final class ApiPages {
    private final ApiPage page = ApiPage.of(ApiDescription.load());

    @GET
    public View show() {
        return View.of("web/api.jte", page);
    }
}
