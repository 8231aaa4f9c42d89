package fr.preau.edition;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** A collectivity's agreement to appear by name, campaign by campaign. */
@Path("livrables/accords")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class AppearancePages {
    private final Appearances appearances;

    public AppearancePages(EditionServices services) {
        this.appearances = services.appearances();
    }

    /** What the person may agree to. */
    public record Agreements(List<Appearance> all) {}

    @GET
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    public View show(@Auth Principal principal) {
        return View.of("edition/appearances.jte", new Agreements(appearances.list(principal)));
    }

    @POST
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    public Response decide(
            @Auth Principal principal,
            @FormParam("campaign") @DefaultValue("") String campaign,
            @FormParam("unit") @DefaultValue("") String unit,
            @FormParam("agreed") @DefaultValue("") String agreed) {
        boolean yes = switch (agreed) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw Refusal.notFound();
        };
        appearances.decide(principal, CampaignId.fromString(campaign), UnitId.fromString(unit), yes);
        return Response.seeOther(URI.create("/livrables/accords")).build();
    }
}
