package fr.preau.deliverable;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Hands the PDF of an audit over by the API: the one that its page gives. */
@Path("api/v1")
public final class ReportApi {
    private final AuditReport report;

    public ReportApi(AuditReport report) {
        this.report = report;
    }

    @GET
    @SignedIn
    @Path("audits/{audit}/report.pdf")
    @Produces("application/pdf")
    public Response pdf(
            @Auth Principal principal, @PathParam("audit") AuditId audit, @Context ContainerRequestContext request) {
        return ReportPages.attachment(report.pdf(principal, audit, Viewers.locale(request)));
    }
}
