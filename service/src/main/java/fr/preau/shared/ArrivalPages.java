package fr.preau.shared;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.CampaignId;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The button of a running campaign's page by which the schools that it has not got yet join it. */
@Path("campagnes")
public final class ArrivalPages {
    private final Arrivals arrivals;

    public ArrivalPages(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @POST
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Path("{campaign}/arrivees")
    public Response join(@Auth Principal principal, @PathParam("campaign") CampaignId campaign) {
        int schools = arrivals.join(principal, campaign);
        String done = schools == 0 ? "complete" : "rejointe";
        return Response.seeOther(URI.create("/campagnes/" + campaign + "?fait=" + done))
                .build();
    }
}
