package fr.preau.plan;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Planning an action from the weak answer of one school, with the others that share the weakness to choose from. */
@Path("audits/{audit}/mesures/{control}/action")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class PlanningPages {
    private final Plans plans;

    public PlanningPages(Plans plans) {
        this.plans = plans;
    }

    /** The form of a new action. */
    public record Shown(Planning planning, ActionForm form, FormErrors errors) {}

    @GET
    @SignedIn
    public View form(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @QueryParam("pour") @DefaultValue("") String extent) {
        Planning planning = plans.prepare(principal, audit, control);
        Extent wanted = extent.equals("tous") ? Extent.ALL : Extent.ONE;
        return View.of("plan/new.jte", new Shown(planning, ActionForm.blank(planning, wanted), FormErrors.NONE));
    }

    @POST
    @SignedIn
    public Response plan(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            MultivaluedMap<String, String> sent) {
        ActionForm form = ActionForm.of(sent);
        Planning planning = plans.prepare(principal, audit, control);
        try {
            ActionId id = plans.plan(principal, audit, control, form.action(), Extent.of(form.extent()), form.audits());
            return Response.seeOther(URI.create("/actions/" + id + "?fait=PLANNED"))
                    .build();
        } catch (Refusal refusal) {
            Shown page = new Shown(planning, form, FormErrors.of(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("plan/new.jte", page))
                    .build();
        }
    }
}
