package fr.preau.job;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.JobId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One's own jobs: the list, how far one is, its file, the button that stops it. */
@Path("travaux")
public final class JobPages {
    private final Jobs jobs;

    public JobPages(Jobs jobs) {
        this.jobs = jobs;
    }

    @GET
    @SignedIn
    public View list(@Auth Principal principal) {
        return View.of("job/list.jte", jobs.list(principal));
    }

    /**
     * A job as one looks at it.
     *
     * @param on whether one goes on to what it has made, once it is there
     */
    public record Watched(Job job, boolean on) {
        /** The page's own address. */
        public String address() {
            return "/travaux/" + job.id() + (on ? "?suite=oui" : "");
        }

        /** Where one goes on to; null to stay. */
        @Nullable
        String then() {
            return on && job.state() == JobState.DONE ? job.href() : null;
        }
    }

    /**
     * The page asks for itself again while scripts run and the job is not over; without, it has a link that does.
     *
     * @param then when it is there, one goes on to what the job has made
     * @param script sent by the page's own script, which is told where to lead the browser
     */
    @GET
    @SignedIn
    @Path("{job}")
    public Response show(
            @Auth Principal principal,
            @PathParam("job") JobId id,
            @QueryParam("suite") @Nullable String then,
            @HeaderParam("HX-Request") @Nullable String script) {
        Watched watched = new Watched(jobs.find(principal, id), then != null);
        String next = watched.then();
        if (next == null) {
            return Response.ok(View.of("job/show.jte", watched)).build();
        }
        return script == null
                ? Response.seeOther(URI.create(next)).build()
                : Response.noContent().header("HX-Redirect", next).build();
    }

    @GET
    @SignedIn
    @Path("{job}/fichier")
    public Response file(@Auth Principal principal, @PathParam("job") JobId id) {
        JobFile file = jobs.file(principal, id);
        return file.content().length > 0 ? attachment(file) : attachment(file, parts(principal, id));
    }

    @POST
    @SignedIn
    @Path("{job}/arret")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stop(@Auth Principal principal, @PathParam("job") JobId id) {
        jobs.cancel(principal, id);
        return Response.seeOther(URI.create("/travaux/" + id)).build();
    }

    /** The reply that hands a file over: opened as what it is, kept by nobody on the way. */
    public static Response attachment(JobFile file) {
        return attachment(file, file.content());
    }

    /** One part in memory at a time. */
    private StreamingOutput parts(Principal principal, JobId id) {
        return out -> {
            Optional<byte[]> part = jobs.part(principal, id, 0);
            for (int number = 1; part.isPresent(); number++) {
                out.write(part.get());
                part = jobs.part(principal, id, number);
            }
        };
    }

    private static Response attachment(JobFile file, Object content) {
        return Response.ok(content, file.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
