package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages that read audits: my schools, the search, one audit as a task list, one theme, the check before sending. */
@Path("/")
public final class AuditPages {
    private final Audits audits;

    public AuditPages(Audits audits) {
        this.audits = audits;
    }

    /** What the search page shows. */
    public record Found(String text, List<AuditLine> lines) {
        /** Whether the search stopped before the end. */
        public boolean more() {
            return lines.size() == Audits.FOUND;
        }
    }

    /**
     * An audit's page.
     *
     * @param done what the person has just done, a code of the page's own messages; null when they come from elsewhere
     */
    public record Shown(AuditView view, @Nullable String done) {}

    @GET
    @SignedIn
    @Path("etablissements")
    public View list(
            @Auth Principal principal,
            @QueryParam("campagne") @Nullable CampaignId campaign,
            @QueryParam("etat") @DefaultValue("") String state,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("apres") @Nullable AuditId after) {
        AuditFilter filter = new AuditFilter(stateOf(state), text);
        return audits.list(principal, campaign, filter, after)
                .map(list -> View.of("audit/list.jte", list))
                .orElseGet(() -> View.of("audit/none.jte", filter));
    }

    @GET
    @SignedIn
    @Path("recherche")
    public View search(@Auth Principal principal, @QueryParam("q") @DefaultValue("") String text) {
        return View.of("audit/search.jte", new Found(text, audits.search(principal, text)));
    }

    @GET
    @SignedIn
    @Path("audits/{audit}")
    public View show(
            @Auth Principal principal, @PathParam("audit") AuditId audit, @QueryParam("fait") @Nullable String done) {
        return View.of("audit/show.jte", new Shown(audits.view(principal, audit), known(done)));
    }

    @GET
    @SignedIn
    @Path("audits/{audit}/themes/{theme}")
    public View theme(@Auth Principal principal, @PathParam("audit") AuditId audit, @PathParam("theme") String theme) {
        return View.of("audit/theme.jte", audits.theme(principal, audit, theme));
    }

    @GET
    @SignedIn
    @Path("audits/{audit}/verifier")
    public View check(@Auth Principal principal, @PathParam("audit") AuditId audit) {
        return View.of("audit/check.jte", audits.view(principal, audit));
    }

    @GET
    @SignedIn
    @Path("audits/{audit}/historique")
    public View history(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @QueryParam("avant") @DefaultValue("9223372036854775807") long before) {
        return View.of("audit/history.jte", audits.history(principal, audit, before));
    }

    /** An unknown state filters nothing: an old link still opens. */
    private static @Nullable AuditState stateOf(String text) {
        return Arrays.stream(AuditState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String known(@Nullable String done) {
        return done != null && List.of("envoye", "repris").contains(done) ? done : null;
    }
}
