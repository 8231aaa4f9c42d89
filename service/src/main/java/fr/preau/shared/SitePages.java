package fr.preau.shared;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SiteId;
import fr.preau.kernel.Uai;
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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Schools that share a site with another collectivity's: what is agreed, proposed, to accept, and a new proposal. */
@Path("reponses-communes/meme-site")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class SitePages {
    private final SameSites sites;

    public SitePages(SameSites sites) {
        this.sites = sites;
    }

    /** The agreements; {@code school} and {@code other} are what was typed for a new one, or an address proposes again. */
    public record Shown(SameSites.Overview overview, String school, String other, FormErrors errors) {}

    @GET
    @HasRole(Role.AGENT)
    public View show(
            @Auth Principal principal,
            @QueryParam("campagne") @Nullable CampaignId campaign,
            @QueryParam("ecole") @DefaultValue("") String school,
            @QueryParam("autre") @DefaultValue("") String other) {
        return View.of(
                "shared/sites.jte", new Shown(sites.overview(principal, campaign), school, other, FormErrors.NONE));
    }

    @POST
    @HasRole(Role.AGENT)
    public Response propose(
            @Auth Principal principal,
            @FormParam("campagne") @DefaultValue("") String campaign,
            @FormParam("school") @DefaultValue("") String school,
            @FormParam("other") @DefaultValue("") String other) {
        CampaignId id = CampaignId.fromString(campaign);
        try {
            sites.propose(principal, id, Uai.fromString(school), typed(other));
            return moved(id);
        } catch (Refusal refusal) {
            if (!(refusal.problem() instanceof Problem.Invalid)) {
                throw refusal;
            }
            Shown page = new Shown(sites.overview(principal, id), school, other, FormErrors.of(refusal));
            return Response.status(422)
                    .entity(View.of("shared/sites.jte", page))
                    .build();
        }
    }

    @POST
    @HasRole(Role.AGENT)
    @Path("{site}/accord")
    public Response accept(@Auth Principal principal, @PathParam("site") SiteId id) {
        sites.accept(principal, id);
        return moved(null);
    }

    @POST
    @HasRole(Role.AGENT)
    @Path("{site}/fin")
    public Response end(@Auth Principal principal, @PathParam("site") SiteId id) {
        sites.end(principal, id);
        return moved(null);
    }

    /** What a person has typed, in whatever case. */
    private static Uai typed(String text) {
        try {
            return Uai.fromString(text.strip().toUpperCase(Locale.ROOT));
        } catch (Refusal refusal) {
            throw Refusal.invalid("other", "shared.site.uai");
        }
    }

    private static Response moved(@Nullable CampaignId campaign) {
        String query = campaign == null ? "" : "?campagne=" + campaign;
        return Response.seeOther(URI.create("/reponses-communes/meme-site" + query))
                .build();
    }
}
