package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Closing somebody's account, with or without a successor: what it will do, then the confirmation. */
@Path("/personnes/{id: [0-9]+}/fermeture")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class DeparturePages {
    private static final String TEMPLATE = "access/close.jte";

    private final Departures departures;
    private final People people;
    private final PersonJournals journals;

    DeparturePages(AccessServices services) {
        departures = services.people().departures();
        people = services.people().list();
        journals = services.journals();
    }

    /** What the page shows; {@code successor} as it was typed. */
    public record Shown(Departures.Preview preview, String successor, FormErrors errors) {}

    @GET
    @HasRole(Role.ADMINISTRATOR)
    public Response preview(
            @Auth Principal principal,
            @PathParam("id") AccountId id,
            @QueryParam("successeur") @DefaultValue("") String successor) {
        try {
            Departures.Preview preview = departures.preview(principal, id, successor);
            journals.recordReading(principal, id);
            return Response.ok(View.of(TEMPLATE, new Shown(preview, successor, FormErrors.NONE)))
                    .build();
        } catch (Refusal refusal) {
            return again(principal, id, successor, refusal);
        }
    }

    @POST
    @HasRole(Role.ADMINISTRATOR)
    public Response close(
            @Auth Principal principal,
            @PathParam("id") AccountId id,
            @FormParam("successeur") @DefaultValue("") String successor) {
        try {
            departures.close(principal, id, successor);
        } catch (Refusal refusal) {
            return again(principal, id, successor, refusal);
        }
        URI next = URI.create(people.sees(principal, id) ? "/personnes/" + id : "/personnes");
        return Response.seeOther(next).build();
    }

    /** Only a wrong successor is asked for again. */
    private Response again(Principal principal, AccountId id, String successor, Refusal refusal) {
        if (!(refusal.problem() instanceof Problem.Invalid)) {
            throw refusal;
        }
        Departures.Preview preview = departures.preview(principal, id, "");
        return Doorway.again(refusal, TEMPLATE, new Shown(preview, successor, Doorway.errors(refusal)));
    }
}
