package fr.preau.plan;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.ActionId;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One action: what is undertaken, for which schools, its steps, and what is written of it. */
@Path("actions/{action}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class ActionPages {
    private static final List<String> DONE =
            List.of("PLANNED", "CHANGED", "START", "FINISH", "GIVE_UP", "RESUME", "RENEWED");

    private final Actions actions;
    private final Renewals renewals;

    public ActionPages(Actions actions, Renewals renewals) {
        this.actions = actions;
        this.renewals = renewals;
    }

    /**
     * An action's page.
     *
     * @param renewal what its new answer would change, once it is done
     * @param done what the person has just done, a code of the page's own messages; on how many answers
     */
    public record Shown(
            ActionView view,
            Optional<Renewal> renewal,
            @Nullable String done,
            int answers) {}

    /** The form of an action that is changed. */
    public record Edited(ActionView view, ActionForm form, FormErrors errors) {}

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER})
    public View show(
            @Auth Principal principal,
            @PathParam("action") ActionId id,
            @QueryParam("fait") @Nullable String done,
            @QueryParam("reponses") int answers) {
        ActionView view = actions.show(principal, id);
        Optional<Renewal> renewal = view.action().state() == ActionState.DONE
                ? Optional.of(renewals.prepare(principal, id))
                        .filter(found -> !found.answers().isEmpty())
                : Optional.empty();
        String known = done != null && DONE.contains(done) ? done : null;
        return View.of("plan/show.jte", new Shown(view, renewal, known, answers));
    }

    @POST
    @HasRole({Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER})
    @Path("etat")
    public Response take(
            @Auth Principal principal,
            @PathParam("action") ActionId id,
            @FormParam("step") @DefaultValue("") String name,
            @FormParam("version") @DefaultValue("0") int version) {
        ActionStep step = ActionStep.of(name);
        actions.take(principal, id, version, step);
        return moved("/actions/" + id + "?fait=" + step);
    }

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER})
    @Path("modifier")
    public View edit(@Auth Principal principal, @PathParam("action") ActionId id) {
        ActionView view = actions.show(principal, id);
        return View.of("plan/edit.jte", new Edited(view, ActionForm.of(view.action()), FormErrors.NONE));
    }

    @POST
    @HasRole({Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER})
    @Path("modifier")
    public Response change(
            @Auth Principal principal, @PathParam("action") ActionId id, MultivaluedMap<String, String> sent) {
        ActionForm form = ActionForm.of(sent);
        ActionView view = actions.show(principal, id);
        try {
            actions.change(principal, id, form.seen(), form.action());
            return moved("/actions/" + id + "?fait=CHANGED");
        } catch (Refusal refusal) {
            Edited page = new Edited(view, form, FormErrors.of(refusal));
            return Response.status(refusal.problem().status())
                    .entity(View.of("plan/edit.jte", page))
                    .build();
        }
    }

    private static Response moved(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
