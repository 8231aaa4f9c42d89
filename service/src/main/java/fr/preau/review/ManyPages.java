package fr.preau.review;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The audits without a weak answer at the base level: shows them by collectivity, validates those that are ticked. */
@Path("revue/ensemble")
public final class ManyPages {
    private final Queues queues;

    public ManyPages(Queues queues) {
        this.queues = queues;
    }

    @GET
    @HasRole(Role.REVIEWER)
    public View show(@Auth Principal principal, @BeanParam AskedQueue asked) {
        List<QueueLine> sound = queues.sound(principal, asked.choice());
        return View.of(
                "review/many.jte", new Together(sound, all(sound), asked.choice(), 0, List.of(), FormErrors.NONE));
    }

    /** @param turn set by the button of a collectivity, which ticks its audits, or none, and decides nothing */
    @POST
    @HasRole(Role.REVIEWER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response validate(
            @Auth Principal principal,
            @BeanParam AskedQueue asked,
            @FormParam("audit") List<AuditId> audits,
            @FormParam("groupe") @Nullable String turn) {
        QueueChoice choice = asked.choice();
        Set<AuditId> ticked = Set.copyOf(audits);
        if (turn != null && turn.matches("[+-].*")) {
            List<QueueLine> sound = queues.sound(principal, choice);
            return shown(200, new Together(sound, turned(sound, ticked, turn), choice, 0, List.of(), FormErrors.NONE));
        }
        try {
            Queues.Done done = queues.validate(principal, ticked);
            List<QueueLine> left = queues.sound(principal, choice);
            return shown(
                    done.kept().isEmpty() ? 200 : 409,
                    new Together(left, all(left), choice, done.validated(), done.kept(), FormErrors.NONE));
        } catch (Refusal refusal) {
            return shown(
                    refusal.problem().status(),
                    new Together(
                            queues.sound(principal, choice), ticked, choice, 0, List.of(), FormErrors.of(refusal)));
        }
    }

    private static Set<AuditId> turned(List<QueueLine> sound, Set<AuditId> ticked, String turn) {
        Set<AuditId> turned = new HashSet<>(ticked);
        Set<AuditId> group =
                all(sound.stream().filter(line -> Together.of(line, turn)).toList());
        if (turn.startsWith("+")) {
            turned.addAll(group);
        } else {
            turned.removeAll(group);
        }
        return turned;
    }

    private static Set<AuditId> all(List<QueueLine> lines) {
        return lines.stream().map(QueueLine::id).collect(Collectors.toSet());
    }

    private static Response shown(int status, Together page) {
        return Response.status(status).entity(View.of("review/many.jte", page)).build();
    }
}
