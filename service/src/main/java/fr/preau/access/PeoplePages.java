package fr.preau.access;

import fr.preau.kernel.AccountId;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The people of an administrator's units, and inviting one more. What concerns one person is {@link PersonPages}. */
@Path("/personnes")
@Produces(MediaType.TEXT_HTML)
public final class PeoplePages {
    private static final String INVITE = "access/invite.jte";

    private final Accounts accounts;
    private final Units units;
    private final PublicUrl address;

    PeoplePages(Accounts accounts, Units units, PublicUrl address) {
        this.accounts = accounts;
        this.units = units;
        this.address = address;
    }

    @GET
    @HasRole(Role.ADMINISTRATOR)
    public View list(@Auth Principal principal) {
        return View.of("access/people.jte", view(units, principal, accounts.people(principal)));
    }

    @GET
    @Path("inviter")
    @HasRole(Role.ADMINISTRATOR)
    public View form(@Auth Principal principal) {
        return View.of(INVITE, InviteForm.EMPTY);
    }

    @POST
    @Path("inviter")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @HasRole(Role.ADMINISTRATOR)
    public Response invite(
            @Auth Principal principal,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("employer") @DefaultValue("") String employer,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("unit") @DefaultValue("") String unit) {
        try {
            NewPerson person = new NewPerson(email, name, units.only(principal, "employer", employer));
            Grant grant = new Grant(Role.of(role), units.only(principal, "unit", unit));
            Secret link = accounts.invite(principal, person, grant);
            return shown(address, link, person.name(), person.email(), LinkPurpose.INVITATION);
        } catch (Refusal refusal) {
            InviteForm typed = new InviteForm(
                    email, name, employer, new InviteForm.GrantForm(role, unit, Doorway.errors(refusal)));
            return Doorway.again(refusal, INVITE, typed);
        }
    }

    static PeopleView view(Units units, Principal principal, List<PersonRow> people) {
        List<UnitId> named = people.stream()
                .flatMap(person -> person.grants().stream())
                .map(Grant::unit)
                .distinct()
                .toList();
        return new PeopleView(people, units.names(principal, named));
    }

    /** The page with the link: the only reply that ever holds it. */
    static Response shown(PublicUrl address, Secret link, String name, String email, LinkPurpose purpose) {
        PeopleView.Shown page = new PeopleView.Shown(name, email, address.link("/lien/" + link.text()), purpose);
        return Response.ok(View.of("access/linkShown.jte", page)).build();
    }

    static boolean isSelf(Principal principal, AccountId account) {
        return principal.account().equals(account);
    }
}
