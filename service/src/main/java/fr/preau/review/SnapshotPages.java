package fr.preau.review;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The page that sets two snapshots of an audit side by side. */
@Path("audits/{audit}/instantanes")
public final class SnapshotPages {
    private final Snapshots snapshots;

    public SnapshotPages(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @GET
    @SignedIn
    public View compare(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @QueryParam("avant") @Nullable String before,
            @QueryParam("apres") @Nullable String after) {
        return View.of("review/snapshots.jte", snapshots.compare(principal, audit, before, after));
    }
}
