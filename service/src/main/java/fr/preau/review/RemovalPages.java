package fr.preau.review;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.AuditView;
import fr.preau.audit.Audits;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Takes an audit out of its campaign's roster: for who runs the campaign, on a page that says what follows. */
@Path("audits/{audit}")
public final class RemovalPages {
    private final Audits audits;
    private final Reviews reviews;

    public RemovalPages(Audits audits, Reviews reviews) {
        this.audits = audits;
        this.reviews = reviews;
    }

    /** The page that asks why. */
    public record Removal(AuditView view, String reason, FormErrors errors) {}

    @GET
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Path("retrait")
    public View ask(@Auth Principal principal, @PathParam("audit") AuditId audit) {
        return View.of("review/remove.jte", new Removal(audits.view(principal, audit), "", FormErrors.NONE));
    }

    @POST
    @HasRole({Role.EDITOR, Role.ADMINISTRATOR})
    @Path("retrait")
    public Response remove(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @FormParam("reason") @DefaultValue("") String reason) {
        AuditView view = audits.view(principal, audit);
        try {
            reviews.remove(principal, audit, reason);
        } catch (Refusal refusal) {
            Removal again = new Removal(view, reason, FormErrors.of(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("review/remove.jte", again))
                    .build();
        }
        URI campaign = URI.create("/campagnes/" + view.audit().campaign() + "?fait=retire");
        return Response.seeOther(campaign).build();
    }
}
