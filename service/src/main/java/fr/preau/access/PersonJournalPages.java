package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Message;
import fr.preau.web.View;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The journal of a person whom one administers. */
@Path("/personnes/{id: [0-9]+}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class PersonJournalPages {
    static final int PAGE = 100;

    private final People people;
    private final PersonJournals journals;
    private final Viewers viewers;

    PersonJournalPages(People people, PersonJournals journals, Viewers viewers) {
        this.people = people;
        this.journals = journals;
        this.viewers = viewers;
    }

    @GET
    @Path("journal")
    @HasRole(Role.ADMINISTRATOR)
    public View show(
            @Auth Principal principal,
            @PathParam("id") AccountId id,
            @QueryParam("avant") @DefaultValue("9223372036854775807") long before) {
        PersonRow person = people.person(principal, id);
        journals.recordReading(principal, id);
        String home = "/personnes/" + id;
        return View.of(
                "access/journal.jte",
                new JournalView(
                        Message.of("journal.of", person.name()),
                        Message.of("journal.person", person.name()),
                        home,
                        home + "/journal",
                        journals.of(principal, id, before, PAGE)));
    }

    @GET
    @Path("journal.csv")
    @Produces("text/csv")
    @HasRole(Role.ADMINISTRATOR)
    public Response csv(
            @Auth Principal principal, @PathParam("id") AccountId id, @Context ContainerRequestContext request) {
        people.person(principal, id);
        journals.recordExport(principal, id);
        return JournalCsv.attachment(
                "journal-personne-" + id,
                request,
                viewers,
                before -> journals.of(principal, id, before, JournalCsv.PART));
    }
}
