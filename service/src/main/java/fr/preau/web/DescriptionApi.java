package fr.preau.web;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.kernel.Message;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** The API's description for programs (OpenAPI 3.1), in the language that the request asks for; open to all. */
@Path("api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Anyone
public final class DescriptionApi {
    private final ApiDescription description = ApiDescription.load();
    private final Messages messages = Messages.load();

    @GET
    @Path("openapi.json")
    public JsonNode show(@Context ContainerRequestContext request) {
        Locale locale = Viewers.locale(request);
        return description.said(key -> messages.text(locale, Message.of(key)));
    }
}
