package fr.preau.plan;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Entrusting a theme to somebody, in one audit or in many. Taking it back is {@link TodoPages}. */
@Path("audits/{audit}/themes/{theme}/attribution")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class AssignmentPages {
    private final Assignments assignments;

    public AssignmentPages(Assignments assignments) {
        this.assignments = assignments;
    }

    /**
     * The form.
     *
     * @param to what is chosen, as it was sent
     * @param done in how many audits the theme has just been entrusted, 0 when one comes from elsewhere
     */
    public record Shown(
            Assigning assigning, String to, String extent, List<String> ticked, int done, FormErrors errors) {}

    @GET
    @SignedIn
    public View form(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("theme") String theme,
            @QueryParam("fait") int done) {
        Assigning assigning = assignments.prepare(principal, audit, theme);
        return View.of(
                "plan/assign.jte", new Shown(assigning, "", Extent.ONE.name(), List.of(), done, FormErrors.NONE));
    }

    @POST
    @SignedIn
    public Response assign(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("theme") String theme,
            @FormParam("to") @DefaultValue("") String to,
            @FormParam("extent") @DefaultValue("") String extent,
            @FormParam("audit") List<String> ticked) {
        Assigning assigning = assignments.prepare(principal, audit, theme);
        try {
            int done = assignments.assign(
                    principal,
                    audit,
                    theme,
                    to,
                    Extent.of(extent),
                    ticked.stream().map(AuditId::fromString).collect(Collectors.toSet()));
            return Response.seeOther(URI.create("/audits/" + audit + "/themes/" + theme + "/attribution?fait=" + done))
                    .build();
        } catch (Refusal refusal) {
            Shown page = new Shown(assigning, to, extent, ticked, 0, FormErrors.of(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("plan/assign.jte", page))
                    .build();
        }
    }
}
