package fr.preau.review;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import fr.preau.web.View;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Two snapshots of an audit side by side, as a page and as a file. */
@Path("audits/{audit}")
public final class SnapshotPages {
    private final Snapshots snapshots;
    private final Viewers viewers;

    public SnapshotPages(Snapshots snapshots, Viewers viewers) {
        this.snapshots = snapshots;
        this.viewers = viewers;
    }

    @GET
    @SignedIn
    @Path("instantanes")
    public View compare(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @QueryParam("avant") @Nullable String before,
            @QueryParam("apres") @Nullable String after) {
        return View.of("review/snapshots.jte", snapshots.compare(principal, audit, before, after));
    }

    @GET
    @SignedIn
    @Path("instantanes.csv")
    @Produces("text/csv")
    public Response csv(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @QueryParam("avant") @Nullable String before,
            @QueryParam("apres") @Nullable String after,
            @Context ContainerRequestContext request) {
        return SnapshotCsv.attachment(viewers.of(request), snapshots.export(principal, audit, before, after));
    }
}
