package fr.preau.audit;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.SignedIn;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.territory.Unit;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Campaigns: the list, one with what it asks, a new one, and its opening behind a page that says what follows. */
@Path("campagnes")
public final class CampaignPages {
    private static final List<String> DONE = List.of("preparee", "ouverte", "retire", "rejointe", "complete");

    private final Rosters rosters;
    private final Campaigns campaigns;
    private final Openings openings;

    public CampaignPages(Rosters rosters, Campaigns campaigns, Openings openings) {
        this.rosters = rosters;
        this.campaigns = campaigns;
        this.openings = openings;
    }

    /** A campaign's page, with the code of what one has just done there. */
    public record Shown(CampaignView view, @Nullable String done) {}

    /** The form of a new campaign. */
    public record Draft(CampaignForm form, List<Unit> units, FormErrors errors) {}

    @GET
    @SignedIn
    public View list(@Auth Principal principal) {
        return View.of("campaign/list.jte", rosters.list(principal));
    }

    @GET
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Path("nouvelle")
    public View draft(@Auth Principal principal) {
        return View.of(
                "campaign/draft.jte", new Draft(CampaignForm.blank(), rosters.units(principal), FormErrors.NONE));
    }

    @POST
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response prepare(@Auth Principal principal, MultivaluedMap<String, String> sent) {
        CampaignForm form = CampaignForm.of(sent);
        List<Unit> units = rosters.units(principal);
        try {
            CampaignId id = campaigns.create(principal, form.campaign(units));
            return done(id, "preparee");
        } catch (Refusal refusal) {
            Draft again = new Draft(form, units, FormErrors.of(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("campaign/draft.jte", again))
                    .build();
        }
    }

    @GET
    @SignedIn
    @Path("{campaign}")
    public View show(
            @Auth Principal principal,
            @PathParam("campaign") CampaignId campaign,
            @QueryParam("fait") @Nullable String done) {
        String known = done != null && DONE.contains(done) ? done : null;
        return View.of("campaign/show.jte", new Shown(rosters.campaign(principal, campaign), known));
    }

    @GET
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Path("{campaign}/ouverture")
    public View confirm(@Auth Principal principal, @PathParam("campaign") CampaignId campaign) {
        CampaignView view = rosters.campaign(principal, campaign);
        if (!view.runs()) {
            throw Refusal.notFound();
        }
        if (view.phase() != Campaign.Phase.PREPARED) {
            throw Refusal.conflict("campaign.opened", view.campaign().name());
        }
        return View.of("campaign/open.jte", view);
    }

    @POST
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Path("{campaign}/ouverture")
    public Response open(@Auth Principal principal, @PathParam("campaign") CampaignId campaign) {
        openings.open(principal, campaign);
        return done(campaign, "ouverte");
    }

    private static Response done(CampaignId campaign, String what) {
        return Response.seeOther(URI.create("/campagnes/" + campaign + "?fait=" + what))
                .build();
    }
}
