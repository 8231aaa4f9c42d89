package fr.preau.audit;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.SignedIn;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Stretch;
import fr.preau.kernel.UnitId;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The day-to-day page of a campaign: where each unit's audits stand, and a later last day for one that needs it. */
@Path("campagnes/{campaign}/suivi")
public final class FollowPages {
    private static final String FORM = "campaign/extend.jte";

    private final Follows follows;
    private final Extensions extensions;

    public FollowPages(Follows follows) {
        this.follows = follows;
        extensions = follows.extensions();
    }

    /** The form of a later day. */
    public record Draft(Extensions.Extendable of, String day, String reason, FormErrors errors) {}

    @GET
    @SignedIn
    public View follow(
            @Auth Principal principal,
            @PathParam("campaign") CampaignId campaign,
            @QueryParam("unite") @Nullable UnitId unit,
            @QueryParam("de") @DefaultValue("") String from) {
        return View.of("campaign/follow.jte", follows.follow(principal, campaign, unit, Stretch.of(from)));
    }

    @GET
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Path("prolongation")
    public View draft(
            @Auth Principal principal,
            @PathParam("campaign") CampaignId campaign,
            @QueryParam("unite") @Nullable UnitId unit) {
        return View.of(FORM, new Draft(extensions.extendable(principal, campaign, unit), "", "", FormErrors.NONE));
    }

    @POST
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Path("prolongation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response extend(
            @Auth Principal principal,
            @PathParam("campaign") CampaignId campaign,
            @FormParam("unite") @Nullable UnitId unit,
            @FormParam("jour") @DefaultValue("") String day,
            @FormParam("raison") @DefaultValue("") String reason) {
        Extensions.Extendable of = extensions.extendable(principal, campaign, unit);
        try {
            extensions.extend(principal, campaign, NewExtension.of(of.unit().id(), day, reason));
            return Response.seeOther(URI.create("/campagnes/" + campaign + "/suivi"))
                    .build();
        } catch (Refusal refusal) {
            if (refusal.problem() instanceof Problem.NotFound) {
                throw refusal;
            }
            return Response.status(refusal.problem().status())
                    .entity(View.of(FORM, new Draft(of, day, reason, FormErrors.of(refusal))))
                    .build();
        }
    }
}
