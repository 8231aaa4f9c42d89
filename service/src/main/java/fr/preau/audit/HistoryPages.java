package fr.preau.audit;

import fr.preau.access.JournalCsv;
import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import fr.preau.web.View;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** An audit's history, as a page and as a file, for who sees all of the audit as it stands. */
@Path("audits/{audit}")
public final class HistoryPages {
    private final Histories histories;
    private final Viewers viewers;

    public HistoryPages(Histories histories, Viewers viewers) {
        this.histories = histories;
        this.viewers = viewers;
    }

    @GET
    @SignedIn
    @Path("historique")
    public View show(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @QueryParam("avant") @DefaultValue("9223372036854775807") long before) {
        return View.of("audit/history.jte", histories.read(principal, audit, before));
    }

    @GET
    @SignedIn
    @Path("historique.csv")
    @Produces("text/csv")
    public Response csv(
            @Auth Principal principal, @PathParam("audit") AuditId audit, @Context ContainerRequestContext request) {
        histories.recordExport(principal, audit);
        return JournalCsv.attachment(
                "historique-audit-" + audit,
                request,
                viewers,
                before -> histories
                        .read(principal, audit, before, JournalCsv.PART)
                        .traces());
    }
}
