package fr.preau.plan;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** « Par où commencer »: the ranking, and from a control of it the way to an action. */
@Path("par-ou-commencer")
public final class StartPages {
    private final Starts starts;
    private final Plans plans;

    public StartPages(Starts starts, Plans plans) {
        this.starts = starts;
        this.plans = plans;
    }

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT, Role.REVIEWER, Role.READER})
    public View ranking(
            @Auth Principal principal,
            @QueryParam("unite") @Nullable UnitId unit,
            @QueryParam("campagne") @Nullable CampaignId campaign) {
        Optional<Ranking> ranking = starts.ranking(principal, unit, campaign);
        return ranking.isPresent() ? View.of("plan/starts.jte", ranking.get()) : View.of("plan/startsNone.jte", "");
    }

    /** Leads to the form of an action for all schools with the weakness. */
    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    @Path("{control}")
    public Response plan(
            @Auth Principal principal,
            @PathParam("control") ControlCode control,
            @QueryParam("unite") @Nullable UnitId unit,
            @QueryParam("campagne") @Nullable CampaignId campaign) {
        if (unit == null || campaign == null) {
            throw Refusal.notFound();
        }
        AuditId audit = plans.first(principal, campaign, unit, control);
        return Response.seeOther(URI.create("/audits/" + audit + "/mesures/" + control + "/action?pour=tous"))
                .build();
    }
}
