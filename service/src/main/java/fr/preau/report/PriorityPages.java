package fr.preau.report;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.deliverable.ReportPages;
import fr.preau.kernel.AuditId;
import fr.preau.web.View;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** What a head of school does first, on the screen and to be printed. */
@Path("audits/{audit}")
public final class PriorityPages {
    private final PriorityReports reports;

    public PriorityPages(PriorityReports reports) {
        this.reports = reports;
    }

    @GET
    @SignedIn
    @Path("priorites")
    public View page(@Auth Principal principal, @PathParam("audit") AuditId audit) {
        return View.of("report/prioritiesPage.jte", reports.show(principal, audit));
    }

    @GET
    @SignedIn
    @Path("priorites.pdf")
    public Response pdf(
            @Auth Principal principal, @PathParam("audit") AuditId audit, @Context ContainerRequestContext request) {
        return ReportPages.attachment(reports.pdf(principal, audit, Viewers.locale(request)));
    }
}
