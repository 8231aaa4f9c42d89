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
import org.jspecify.annotations.Nullable;

/** One person: rights given and taken, a link to choose a new password, closing the account. */
@Path("/personnes/{id: [0-9]+}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class PersonPages {
    private static final String TEMPLATE = "access/person.jte";

    private final People people;
    private final Grants grants;
    private final Units units;
    private final PersonJournals journals;
    private final LinkDelivery links;
    private final @Nullable Mails mails;
    private final boolean offersFactor;

    /** @param offersFactor whether there is such a thing as a second factor: not in the demonstration */
    PersonPages(AccessServices services, LinkDelivery links, @Nullable Mails mails, boolean offersFactor) {
        people = services.people().list();
        grants = services.people().grants();
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
            @FormParam("unit") @DefaultValue("") String unit,
            @FormParam("fin") @DefaultValue("") String lastDay) {
        try {
            Grant grant = new Grant(Role.of(role), units.only(principal, "unit", unit));
            grants.give(principal, id, new DatedGrant(grant, DatedGrant.day(lastDay)));
            return back(id);
        } catch (Refusal refusal) {
            if (refusal.problem() instanceof Problem.NotFound) {
                throw refusal;
            }
            InviteForm.GrantForm typed = new InviteForm.GrantForm(role, unit, lastDay, Doorway.errors(refusal));
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
        grants.revoke(principal, id, new Grant(Role.of(role), UnitId.fromString(unit)));
        // Whoever loses the last right below one's units is out of one's sight too.
        return people.sees(principal, id)
                ? back(id)
                : Response.seeOther(URI.create("/personnes")).build();
    }

    @POST
    @Path("lien")
    @HasRole(Role.ADMINISTRATOR)
    public Response link(@Auth Principal principal, @PathParam("id") AccountId id) {
        return links.reset(principal, id);
    }

    private PeopleView.One page(Principal principal, AccountId id, InviteForm.GrantForm form) {
        PersonRow person = people.person(principal, id);
        boolean self = PeoplePages.isSelf(principal, id);
        return new PeopleView.One(person, self, offersFactor, form, post(principal, person));
    }

    private PeopleView.Post post(Principal principal, PersonRow person) {
        return mails == null
                ? PeopleView.Post.NONE
                : new PeopleView.Post(true, mails.waiting(principal, person.email()));
    }

    private static Response back(AccountId id) {
        return Response.seeOther(URI.create("/personnes/" + id)).build();
    }
}
