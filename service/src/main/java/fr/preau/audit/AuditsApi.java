package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads audits by the API, as their pages do: the same lists, the same sight. */
@Path("api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditsApi {
    private final Audits audits;

    public AuditsApi(Audits audits) {
        this.audits = audits;
    }

    /**
     * A part of a campaign's audits.
     *
     * @param campaign null when the caller sees no campaign
     * @param next what to send as {@code after} for the following part, null on the last
     */
    public record Listed(
            @Nullable CampaignId campaign,
            List<AuditLine> items,
            @Nullable String next) {
        static Listed of(AuditList list) {
            return new Listed(
                    list.campaign().id(), list.page().items(), list.page().next());
        }
    }

    @GET
    @SignedIn
    @Path("audits")
    public Listed list(
            @Auth Principal principal,
            @QueryParam("campaign") @Nullable CampaignId campaign,
            @QueryParam("after") @Nullable AuditId after) {
        return audits.list(principal, campaign, AuditFilter.ALL, after)
                .map(Listed::of)
                .orElseGet(() -> new Listed(null, List.of(), null));
    }

    @GET
    @SignedIn
    @Path("audits/{audit}")
    public AuditReply show(@Auth Principal principal, @PathParam("audit") AuditId audit) {
        return AuditReply.of(audits.view(principal, audit));
    }
}
