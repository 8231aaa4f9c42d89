package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages that list audits: my schools, and the search that every page offers. */
@Path("/")
public final class AuditListPages {
    private final Audits audits;

    public AuditListPages(Audits audits) {
        this.audits = audits;
    }

    /** What the search page shows. */
    public record Found(String text, List<AuditLine> lines) {
        /** Whether the search stopped before the end. */
        public boolean more() {
            return lines.size() == Audits.FOUND;
        }
    }

    @GET
    @SignedIn
    @Path("etablissements")
    public View list(
            @Auth Principal principal,
            @QueryParam("campagne") @Nullable CampaignId campaign,
            @QueryParam("etat") @DefaultValue("") String state,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("unite") @Nullable UnitId unit,
            @QueryParam("retard") @DefaultValue("") String late,
            @QueryParam("dans") @DefaultValue("") String within,
            @QueryParam("apres") @Nullable AuditId after) {
        AuditFilter filter = new AuditFilter(stateOf(state), text, unit, late.equals("oui"), Cut.of(within));
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

    /** An unknown state filters nothing: an old link still opens. */
    private static @Nullable AuditState stateOf(String text) {
        return Arrays.stream(AuditState.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}
