package fr.preau.deliverable;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.job.Jobs;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Asks for the reports of all schools of a collectivity, and leads to the job that prints them. */
@Path("unites/{unit}/rapports")
public final class BundlePages {
    private final SchoolReports reports;
    private final Jobs jobs;

    public BundlePages(SchoolReports reports, Jobs jobs) {
        this.reports = reports;
        this.jobs = jobs;
    }

    @POST
    @SignedIn
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response bundle(
            @Auth Principal principal,
            @PathParam("unit") UnitId unit,
            @FormParam("campagne") @Nullable CampaignId campaign,
            @Context ContainerRequestContext request) {
        if (campaign == null) {
            throw Refusal.notFound();
        }
        String language = Viewers.locale(request).toLanguageTag();
        return Response.seeOther(URI.create("/travaux/"
                        + reports.ask(principal, jobs, new SchoolReports.Parameters(campaign, unit, language))))
                .build();
    }
}
