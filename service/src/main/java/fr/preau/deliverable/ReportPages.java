package fr.preau.deliverable;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Hands the documents over as files: kept by nobody on the way, opened as what they are. */
@Path("audits/{audit}")
public final class ReportPages {
    private final AuditReport report;

    public ReportPages(AuditReport report) {
        this.report = report;
    }

    @GET
    @SignedIn
    @Path("rapport.pdf")
    public Response pdf(
            @Auth Principal principal, @PathParam("audit") AuditId audit, @Context ContainerRequestContext request) {
        return attachment(report.pdf(principal, audit, Viewers.locale(request)));
    }

    @GET
    @SignedIn
    @Path("rapport.html")
    public Response html(
            @Auth Principal principal, @PathParam("audit") AuditId audit, @Context ContainerRequestContext request) {
        return page(report.html(principal, audit, Viewers.locale(request)));
    }

    /** The reply that hands a PDF over; the API gives the same. */
    public static Response attachment(ReportFile file) {
        return attachment(file, "application/pdf");
    }

    /** The reply that hands over one file for a browser. */
    public static Response page(ReportFile file) {
        return attachment(file, "text/html; charset=utf-8");
    }

    private static Response attachment(ReportFile file, String type) {
        return Response.ok(file.content(), type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
