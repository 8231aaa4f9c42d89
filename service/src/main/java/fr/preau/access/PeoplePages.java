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
    private final LinkDelivery links;

    PeoplePages(Accounts accounts, Units units, LinkDelivery links) {
        this.accounts = accounts;
        this.units = units;
        this.links = links;
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
            return links.invite(principal, person, grant);
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

    static boolean isSelf(Principal principal, AccountId account) {
        return principal.account().equals(account);
    }
}
