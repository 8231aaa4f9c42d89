package fr.preau.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Help, legal page and accessibility statement: open to all, before signing in too. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Anyone
public final class ArticlePages {
    private final Articles articles;

    ArticlePages(Articles articles) {
        this.articles = articles;
    }

    @GET
    @Path("aide")
    public View help(@Context ContainerRequestContext request) {
        return article(request, "guide-utilisateur");
    }

    @GET
    @Path("mentions-legales")
    public View legal(@Context ContainerRequestContext request) {
        return article(request, "mentions-legales");
    }

    @GET
    @Path("accessibilite")
    public View accessibility(@Context ContainerRequestContext request) {
        return article(request, "accessibilite");
    }

    private View article(ContainerRequestContext request, String name) {
        return View.of("web/article.jte", articles.get(Viewers.locale(request), name));
    }
}
