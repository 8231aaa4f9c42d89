package fr.preau.plan;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AssignmentId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** « Ce qui m’attend »: where one begins who answers for schools. */
@Path("a-faire")
public final class TodoPages {
    private final Todos todos;
    private final Assignments assignments;

    public TodoPages(Todos todos, Assignments assignments) {
        this.todos = todos;
        this.assignments = assignments;
    }

    /** The page; {@code done} when a theme has just been taken back. */
    public record Shown(Todo todo, boolean first, boolean done) {}

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    public View todo(
            @Auth Principal principal,
            @QueryParam("apres") @Nullable AssignmentId after,
            @QueryParam("fait") @Nullable String done) {
        return View.of("plan/todo.jte", new Shown(todos.of(principal, after), after == null, done != null));
    }

    /** Takes back a theme that was entrusted. */
    @POST
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    @Path("confies/{assignment}/reprise")
    public Response takeBack(@Auth Principal principal, @PathParam("assignment") AssignmentId id) {
        assignments.takeBack(principal, id);
        return Response.seeOther(URI.create("/a-faire?fait=1")).build();
    }
}
