package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Erasing a closed account: what will go and what will stay, then the confirmation. */
@Path("/personnes/{id: [0-9]+}/effacement")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class ErasurePages {
    private final Erasures erasures;
    private final PersonJournals journals;

    ErasurePages(Erasures erasures, PersonJournals journals) {
        this.erasures = erasures;
        this.journals = journals;
    }

    /** What was done: the texts of the journal that went with the name. */
    public record Done(AccountId account, long texts) {}

    @GET
    @HasRole(Role.ADMINISTRATOR)
    public View preview(@Auth Principal principal, @PathParam("id") AccountId id) {
        Erasures.Preview preview = erasures.preview(principal, id);
        journals.recordReading(principal, id);
        return View.of("access/erase.jte", preview);
    }

    @POST
    @HasRole(Role.ADMINISTRATOR)
    public View erase(@Auth Principal principal, @PathParam("id") AccountId id) {
        return View.of("access/erased.jte", new Done(id, erasures.erase(principal, id)));
    }
}
