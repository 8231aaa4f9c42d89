package fr.preau.access;

import fr.preau.kernel.Refusal;
import fr.preau.web.Anyone;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A forgotten password, where mail can help: the answer is the same whoever asks, for whichever address. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class ForgottenPages {
    private static final String TEMPLATE = "access/forgotten.jte";

    private final Mails mails;
    private final ThrottleAddress addresses;

    ForgottenPages(Mails mails, ThrottleAddress addresses) {
        this.mails = mails;
        this.addresses = addresses;
    }

    /**
     * What the page shows.
     *
     * @param asked whether it answers, so that it asks no more
     */
    public record Shown(String email, boolean asked, FormErrors errors) {}

    @GET
    @Path("connexion/oubli")
    @Anyone
    public View form() {
        return View.of(TEMPLATE, new Shown("", false, FormErrors.NONE));
    }

    @POST
    @Path("connexion/oubli")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Anyone
    public Response ask(@FormParam("email") @DefaultValue("") String email, @Context HttpServletRequest request) {
        try {
            mails.forgotten(email, addresses.of(request));
        } catch (Refusal refusal) {
            return Doorway.again(refusal, TEMPLATE, new Shown(email, false, Doorway.errors(refusal)));
        }
        return Response.ok(View.of(TEMPLATE, new Shown(NewPerson.fold(email), true, FormErrors.NONE)))
                .build();
    }
}
