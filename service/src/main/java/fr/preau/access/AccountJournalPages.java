package fr.preau.access;

import fr.preau.kernel.Message;
import fr.preau.web.View;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** One's own journal: what one did, and what others did to one's account. */
@Path("compte")
public final class AccountJournalPages {
    private final PersonJournals journals;
    private final Viewers viewers;

    AccountJournalPages(PersonJournals journals, Viewers viewers) {
        this.journals = journals;
        this.viewers = viewers;
    }

    @GET
    @SignedIn
    @Path("journal")
    public View show(@Auth Principal principal, @QueryParam("avant") @DefaultValue("9223372036854775807") long before) {
        return View.of(
                "access/journal.jte",
                new JournalView(
                        Message.of("journal.own"),
                        Message.of("account.title"),
                        "/compte",
                        "/compte/journal",
                        journals.own(principal, before, PersonJournalPages.PAGE)));
    }

    @GET
    @SignedIn
    @Path("journal.csv")
    @Produces("text/csv")
    public Response csv(@Auth Principal principal, @Context ContainerRequestContext request) {
        journals.recordExport(principal, principal.account());
        return JournalCsv.attachment(
                "mon-journal", request, viewers, before -> journals.own(principal, before, JournalCsv.PART));
    }
}
