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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Removing the second factor of somebody who has lost it: two administrators meet on this page, one after the other. */
@Path("/personnes/{id: [0-9]+}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class PersonFactorPages {
    private static final String TEMPLATE = "access/personFactor.jte";

    private final FactorRemovals removals;
    private final PersonJournals journals;

    PersonFactorPages(FactorRemovals removals, PersonJournals journals) {
        this.removals = removals;
        this.journals = journals;
    }

    /**
     * What the page shows.
     *
     * @param self whether it is one's own account: nothing can be done to that here
     * @param mine whether the reader is who asked, and so can't confirm
     */
    public record Shown(
            FactorRemovals.Standing standing, boolean self, boolean mine, String reason, FormErrors errors) {}

    @GET
    @HasRole(Role.ADMINISTRATOR)
    @Path("second-facteur")
    public View show(@Auth Principal principal, @PathParam("id") AccountId id) {
        View view = View.of(TEMPLATE, shown(principal, id, "", FormErrors.NONE));
        journals.recordReading(principal, id);
        return view;
    }

    @POST
    @HasRole(Role.ADMINISTRATOR)
    @Path("second-facteur/demande")
    public Response ask(
            @Auth Principal principal,
            @PathParam("id") AccountId id,
            @FormParam("reason") @DefaultValue("") String reason) {
        try {
            removals.ask(principal, id, reason);
            return back(id);
        } catch (Refusal refusal) {
            return again(refusal, principal, id, reason);
        }
    }

    @POST
    @HasRole(Role.ADMINISTRATOR)
    @Path("second-facteur/abandon")
    public Response drop(@Auth Principal principal, @PathParam("id") AccountId id) {
        removals.drop(principal, id);
        return back(id);
    }

    @POST
    @HasRole(Role.ADMINISTRATOR)
    @Path("second-facteur/retrait")
    public Response confirm(@Auth Principal principal, @PathParam("id") AccountId id) {
        try {
            removals.confirm(principal, id);
            return Response.seeOther(URI.create("/personnes/" + id)).build();
        } catch (Refusal refusal) {
            return again(refusal, principal, id, "");
        }
    }

    private Response again(Refusal refusal, Principal principal, AccountId id, String reason) {
        if (refusal.problem() instanceof Problem.NotFound) {
            throw refusal;
        }
        return Doorway.again(refusal, TEMPLATE, shown(principal, id, reason, Doorway.errors(refusal)));
    }

    private Shown shown(Principal principal, AccountId id, String reason, FormErrors errors) {
        FactorRemovals.Standing standing = removals.standing(principal, id);
        boolean mine = standing.asked()
                .map(asked -> asked.askedBy().equals(principal.account()))
                .orElse(false);
        return new Shown(standing, PeoplePages.isSelf(principal, id), mine, reason, errors);
    }

    private static Response back(AccountId id) {
        return Response.seeOther(URI.create("/personnes/" + id + "/second-facteur"))
                .build();
    }
}
