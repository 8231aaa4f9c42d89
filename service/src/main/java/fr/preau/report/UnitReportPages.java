package fr.preau.report;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.deliverable.ReportPages;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Hands the report of a unit over, as the audit's is. */
@Path("/")
public final class UnitReportPages {
    private final UnitReports reports;

    public UnitReportPages(UnitReports reports) {
        this.reports = reports;
    }

    @GET
    @SignedIn
    @Path("unites/{unit}/rapport.pdf")
    public Response pdf(
            @Auth Principal principal,
            @PathParam("unit") UnitId unit,
            @QueryParam("campagne") @Nullable CampaignId campaign,
            @Context ContainerRequestContext request) {
        return ReportPages.attachment(reports.pdf(principal, unit, campaign, Viewers.locale(request)));
    }

    @GET
    @SignedIn
    @Path("unites/{unit}/rapport.html")
    public Response html(
            @Auth Principal principal,
            @PathParam("unit") UnitId unit,
            @QueryParam("campagne") @Nullable CampaignId campaign,
            @Context ContainerRequestContext request) {
        return ReportPages.page(reports.html(principal, unit, campaign, Viewers.locale(request)));
    }
}
