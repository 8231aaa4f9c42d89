package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The people of an administrator's units, and inviting one more. What concerns one person is {@link PersonPages}. */
@Path("/personnes")
@Produces(MediaType.TEXT_HTML)
public final class PeoplePages {
    private static final String INVITE = "access/invite.jte";

    private final People people;
    private final Units units;
    private final LinkDelivery links;

    PeoplePages(AccessServices services, LinkDelivery links) {
        people = services.people().list();
        units = services.units();
        this.links = links;
    }

    @GET
    @HasRole(Role.ADMINISTRATOR)
    public View list(
            @Auth Principal principal,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("role") @DefaultValue("") String role,
            @QueryParam("unite") @DefaultValue("") String unit,
            @QueryParam("etat") @DefaultValue("") String state,
            @QueryParam("apres") @Nullable AccountId after) {
        PeopleFilter filter = new PeopleFilter(text, role(role), null, PersonState.of(state));
        FormErrors errors = FormErrors.NONE;
        try {
            filter = within(principal, filter, unit);
        } catch (Refusal refusal) {
            errors = FormErrors.of(refusal);
        }
        People.Part part = people.list(principal, filter, after, People.PAGE);
        return View.of("access/people.jte", new PeopleList(part, filter, unit, errors));
    }

    @GET
    @Path("liste.csv")
    @Produces("text/csv")
    @HasRole(Role.ADMINISTRATOR)
    public Response csv(
            @Auth Principal principal,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("role") @DefaultValue("") String role,
            @QueryParam("unite") @DefaultValue("") String unit,
            @QueryParam("etat") @DefaultValue("") String state) {
        PeopleFilter filter = within(principal, new PeopleFilter(text, role(role), null, PersonState.of(state)), unit);
        people.recordExport(principal);
        return PeopleCsv.attachment(after -> people.list(principal, filter, after, PeopleCsv.PART));
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
            @FormParam("unit") @DefaultValue("") String unit,
            @FormParam("fin") @DefaultValue("") String lastDay) {
        try {
            NewPerson person = new NewPerson(email, name, units.only(principal, "employer", employer));
            Grant grant = new Grant(Role.of(role), units.only(principal, "unit", unit));
            return links.invite(principal, person, new DatedGrant(grant, DatedGrant.day(lastDay)));
        } catch (Refusal refusal) {
            InviteForm typed = new InviteForm(
                    email, name, employer, new InviteForm.GrantForm(role, unit, lastDay, Doorway.errors(refusal)));
            return Doorway.again(refusal, INVITE, typed);
        }
    }

    static boolean isSelf(Principal principal, AccountId account) {
        return principal.account().equals(account);
    }

    private PeopleFilter within(Principal principal, PeopleFilter filter, String text) {
        UnitId unit = text.isBlank() ? null : units.only(principal, "unite", text);
        return new PeopleFilter(filter.text(), filter.role(), unit, filter.state());
    }

    /** An unknown role filters nothing: an old link still opens. */
    private static @Nullable Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
