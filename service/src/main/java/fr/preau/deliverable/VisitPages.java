package fr.preau.deliverable;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.SampleId;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Hands over the sheet of a drawn school, to its reviewers. */
@Path("echantillons")
public final class VisitPages {
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    private final VisitSheets sheets;

    public VisitPages(VisitSheets sheets) {
        this.sheets = sheets;
    }

    @GET
    @HasRole(Role.REVIEWER)
    @Path("{sample}/{audit}/fiche.pdf")
    public Response pdf(
            @Auth Principal principal,
            @PathParam("sample") SampleId sample,
            @PathParam("audit") AuditId audit,
            @Context ContainerRequestContext request) {
        return ReportPages.attachment(sheets.pdf(principal, sample, audit, Viewers.locale(request)));
    }

    @GET
    @HasRole(Role.REVIEWER)
    @Path("{sample}/{audit}/fiche.ods")
    public Response ods(
            @Auth Principal principal,
            @PathParam("sample") SampleId sample,
            @PathParam("audit") AuditId audit,
            @Context ContainerRequestContext request) {
        ReportFile file = sheets.ods(principal, sample, audit, Viewers.locale(request));
        return Response.ok(file.content(), ODS)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
