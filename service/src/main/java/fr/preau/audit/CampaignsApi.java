package fr.preau.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.campaign.Campaign;
import fr.preau.kernel.Paris;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** Reads by the API the campaigns in which one sees a figure, or that one runs. */
@Path("api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class CampaignsApi {
    private final Audits audits;
    private final InstantSource clock;

    public CampaignsApi(Audits audits, InstantSource clock) {
        this.audits = audits;
        this.clock = clock;
    }

    /** A campaign and where it stands today. */
    public record Shown(@JsonUnwrapped CampaignLine campaign, Campaign.Phase phase) {}

    /** The campaigns, newest first. */
    public record Listed(List<Shown> items) {}

    @GET
    @SignedIn
    @Path("campaigns")
    public Listed list(@Auth Principal principal) {
        LocalDate today = Paris.today(clock);
        return new Listed(audits.campaigns(principal).stream()
                .map(campaign -> new Shown(campaign, campaign.phase(today)))
                .toList());
    }
}
