package fr.preau.deliverable;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.job.Jobs;
import fr.preau.kernel.SampleId;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Asks for all sheets of a sample in one file, and leads to the job that gathers them. */
@Path("echantillons/{sample}/fiches")
public final class SamplePrintPages {
    private final SampleSheets sheets;
    private final Jobs jobs;

    public SamplePrintPages(SampleSheets sheets, Jobs jobs) {
        this.sheets = sheets;
        this.jobs = jobs;
    }

    @POST
    @HasRole(Role.REVIEWER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response gather(
            @Auth Principal principal,
            @PathParam("sample") SampleId sample,
            @FormParam("format") @DefaultValue("PDF") String format,
            @Context ContainerRequestContext request) {
        SampleSheets.Kind kind = format.equals("ODS") ? SampleSheets.Kind.ODS : SampleSheets.Kind.PDF;
        String language = Viewers.locale(request).toLanguageTag();
        return Response.seeOther(URI.create(
                        "/travaux/" + sheets.ask(principal, jobs, new SampleSheets.Parameters(sample, kind, language))))
                .build();
    }
}
