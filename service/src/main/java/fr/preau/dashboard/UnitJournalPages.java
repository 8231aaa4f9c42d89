package fr.preau.dashboard;

import fr.preau.access.HasRole;
import fr.preau.access.JournalCsv;
import fr.preau.access.JournalView;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.Message;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
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

/** The journal of a unit that one administers, as a page and as a file. */
@Path("/")
public final class UnitJournalPages {
    private static final int PAGE = 100;

    private final UnitJournals journals;
    private final Viewers viewers;

    public UnitJournalPages(UnitJournals journals, Viewers viewers) {
        this.journals = journals;
        this.viewers = viewers;
    }

    @GET
    @Path("unites/{unit}/journal")
    @HasRole(Role.ADMINISTRATOR)
    public View show(
            @Auth Principal principal,
            @PathParam("unit") UnitId id,
            @QueryParam("avant") @DefaultValue("9223372036854775807") long before) {
        UnitJournals.Shown shown = journals.read(principal, id, before, PAGE);
        Message name = UnitName.of(id, shown.unit().name());
        return View.of(
                "access/journal.jte",
                new JournalView(
                        Message.of("journal.of", name),
                        name,
                        "/unites/" + id,
                        "/unites/" + id + "/journal",
                        shown.traces()));
    }

    @GET
    @Path("unites/{unit}/journal.csv")
    @Produces("text/csv")
    @HasRole(Role.ADMINISTRATOR)
    public Response csv(
            @Auth Principal principal, @PathParam("unit") UnitId id, @Context ContainerRequestContext request) {
        journals.recordExport(principal, id);
        return JournalCsv.attachment(
                "journal-" + id,
                request,
                viewers,
                before -> journals.read(principal, id, before, JournalCsv.PART).traces());
    }
}
