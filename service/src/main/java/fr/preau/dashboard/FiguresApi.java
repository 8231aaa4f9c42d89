package fr.preau.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.audit.FigureReading;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Reads by the API the figures of a unit: those of its page, in either reading. A draft is its audit's alone. */
@Path("api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class FiguresApi {
    private final Dashboards dashboards;

    public FiguresApi(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    /** The figures, with the two counts that a conformity is never shown without. */
    public record Shown(
            UnitId unit,
            long expected,
            long rendered,
            @JsonUnwrapped UnitFigures figures) {}

    @GET
    @SignedIn
    @Path("units/{unit}/figures")
    public Shown show(
            @Auth Principal principal,
            @PathParam("unit") UnitId unit,
            @QueryParam("campaign") @Nullable CampaignId campaign,
            @QueryParam("reading") @DefaultValue("DECLARED") FigureReading reading) {
        if (reading == FigureReading.DRAFT) {
            throw Refusal.notFound();
        }
        UnitFigures figures = dashboards.unit(principal, new Tables.Wish(unit, campaign, Narrowing.NONE.in(reading)));
        return new Shown(unit, figures.expected(), figures.rendered(), figures);
    }
}
