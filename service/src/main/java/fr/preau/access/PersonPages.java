package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person: rights given and taken, a link to choose a new password, closing the account. */
@Path("/personnes/{id: [0-9]+}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class PersonPages {
    private static final String TEMPLATE = "access/person.jte";

    private final Accounts accounts;
    private final Units units;
    private final PersonJournals journals;
    private final LinkDelivery links;
    private final @Nullable Mails mails;
    private final boolean offersFactor;

    /** @param offersFactor whether there is such a thing as a second factor: not in the demonstration */
    PersonPages(AccessServices services, LinkDelivery links, @Nullable Mails mails, boolean offersFactor) {
        accounts = services.accounts();
        units = services.units();
        journals = services.journals();
        this.links = links;
        this.mails = mails;
        this.offersFactor = offersFactor;
    }

    @GET
    @HasRole(Role.ADMINISTRATOR)
    public View show(@Auth Principal principal, @PathParam("id") AccountId id) {
        View view = View.of(TEMPLATE, page(principal, id, InviteForm.GrantForm.EMPTY));
        journals.recordReading(principal, id);
        return view;
    }

    @POST
    @Path("droits")
    @HasRole(Role.ADMINISTRATOR)
    public Response grant(
            @Auth Principal principal,
            @PathParam("id") AccountId id,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("unit") @DefaultValue("") String unit) {
        try {
            accounts.grant(principal, id, new Grant(Role.of(role), units.only(principal, "unit", unit)));
            return back(id);
        } catch (Refusal refusal) {
            if (refusal.problem() instanceof Problem.NotFound) {
                throw refusal;
            }
            InviteForm.GrantForm typed = new InviteForm.GrantForm(role, unit, Doorway.errors(refusal));
            return Doorway.again(refusal, TEMPLATE, page(principal, id, typed));
        }
    }

    @POST
    @Path("droits/retrait")
    @HasRole(Role.ADMINISTRATOR)
    public Response revoke(
            @Auth Principal principal,
            @PathParam("id") AccountId id,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("unit") @DefaultValue("") String unit) {
        accounts.revoke(principal, id, new Grant(Role.of(role), UnitId.fromString(unit)));
        // Whoever loses the last right below one's units is out of one's sight too.
        boolean seen = accounts.people(principal).stream()
                .anyMatch(person -> person.id().equals(id));
        return seen ? back(id) : Response.seeOther(URI.create("/personnes")).build();
    }

    @POST
    @Path("lien")
    @HasRole(Role.ADMINISTRATOR)
    public Response link(@Auth Principal principal, @PathParam("id") AccountId id) {
        return links.reset(principal, id);
    }

    @GET
    @Path("fermeture")
    @HasRole(Role.ADMINISTRATOR)
    public View confirm(@Auth Principal principal, @PathParam("id") AccountId id) {
        return View.of("access/close.jte", page(principal, id, InviteForm.GrantForm.EMPTY));
    }

    @POST
    @Path("fermeture")
    @HasRole(Role.ADMINISTRATOR)
    public Response close(@Auth Principal principal, @PathParam("id") AccountId id) {
        if (PeoplePages.isSelf(principal, id)) {
            throw Refusal.conflict("access.account.self");
        }
        accounts.disable(principal, id);
        return back(id);
    }

    private PeopleView.One page(Principal principal, AccountId id, InviteForm.GrantForm form) {
        PeopleView view = PeoplePages.view(units, principal, List.of(accounts.person(principal, id)));
        boolean self = PeoplePages.isSelf(principal, id);
        return new PeopleView.One(view, self, offersFactor, form, post(principal, view));
    }

    private PeopleView.Post post(Principal principal, PeopleView view) {
        return mails == null
                ? PeopleView.Post.NONE
                : new PeopleView.Post(
                        true, mails.waiting(principal, view.people().get(0).email()));
    }

    private static Response back(AccountId id) {
        return Response.seeOther(URI.create("/personnes/" + id)).build();
    }
}
