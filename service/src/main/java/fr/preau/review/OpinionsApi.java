package fr.preau.review;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.audit.Opinion;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.web.IfMatch;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opinions by the API, never over one that the caller has not seen. */
@Path("api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class OpinionsApi {
    private final Opinions opinions;

    public OpinionsApi(Opinions opinions) {
        this.opinions = opinions;
    }

    /** The opinions that the caller sees. */
    public record Shown(AuditId audit, List<Opinion> opinions) {}

    /** What was written. */
    public record Given(ControlCode control, int version) {}

    @GET
    @SignedIn
    @Path("audits/{audit}/opinions")
    public Shown list(@Auth Principal principal, @PathParam("audit") AuditId audit) {
        return new Shown(audit, opinions.of(principal, audit));
    }

    @PUT
    @SignedIn
    @Path("audits/{audit}/opinions/{control}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen,
            NewOpinion opinion) {
        int version = opinions.give(principal, audit, control, IfMatch.version(seen), opinion);
        return IfMatch.written(new Given(control, version), version);
    }

    @DELETE
    @SignedIn
    @Path("audits/{audit}/opinions/{control}")
    public void takeBack(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String seen) {
        opinions.takeBack(principal, audit, control, IfMatch.version(seen));
    }
}
