package fr.preau.review;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/** The audits without a weak answer at the base level: shows and counts them, validates those that are ticked. */
@Path("revue/ensemble")
public final class ManyPages {
    private final Queues queues;

    public ManyPages(Queues queues) {
        this.queues = queues;
    }

    /** The page: what can be validated now, how many one has just validated, and those that could not be. */
    public record Shown(List<QueueLine> sound, int validated, List<Queues.Kept> kept, FormErrors errors) {}

    @GET
    @HasRole(Role.REVIEWER)
    public View show(@Auth Principal principal) {
        return View.of("review/many.jte", new Shown(queues.sound(principal), 0, List.of(), FormErrors.NONE));
    }

    @POST
    @HasRole(Role.REVIEWER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response validate(@Auth Principal principal, @FormParam("audit") List<AuditId> audits) {
        try {
            Queues.Done done = queues.validate(principal, Set.copyOf(audits));
            return shown(
                    done.kept().isEmpty() ? 200 : 409,
                    new Shown(queues.sound(principal), done.validated(), done.kept(), FormErrors.NONE));
        } catch (Refusal refusal) {
            return shown(
                    refusal.problem().status(),
                    new Shown(queues.sound(principal), 0, List.of(), FormErrors.of(refusal)));
        }
    }

    private static Response shown(int status, Shown page) {
        return Response.status(status).entity(View.of("review/many.jte", page)).build();
    }
}
