package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages that read one audit: its task list, the check before sending. A theme is {@link ThemePages}, its
 * history {@link HistoryPages}.
 */
@Path("audits/{audit}")
public final class AuditPages {
    private final Audits audits;

    public AuditPages(Audits audits) {
        this.audits = audits;
    }

    /**
     * An audit's page.
     *
     * @param done what the person has just done, a code of the page's own messages; null when they come from elsewhere
     */
    public record Shown(AuditView view, @Nullable String done) {}

    @GET
    @SignedIn
    public View show(
            @Auth Principal principal, @PathParam("audit") AuditId audit, @QueryParam("fait") @Nullable String done) {
        return View.of("audit/show.jte", new Shown(audits.view(principal, audit), known(done)));
    }

    @GET
    @SignedIn
    @Path("verifier")
    public View check(@Auth Principal principal, @PathParam("audit") AuditId audit) {
        return View.of("audit/check.jte", audits.view(principal, audit));
    }

    private static @Nullable String known(@Nullable String done) {
        return done != null && List.of("envoye", "repris").contains(done) ? done : null;
    }
}
