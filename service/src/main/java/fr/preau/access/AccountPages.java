package fr.preau.access;

import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** One's own account: rights, open sessions, password. */
@Path("compte")
public final class AccountPages {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Units units;

    public AccountPages(AccessServices services) {
        accounts = services.accounts();
        sessions = services.sessions();
        units = services.units();
    }

    /** What the page shows. */
    public record Shown(Principal principal, Map<UnitId, String> units, List<SessionRow> open, FormErrors errors) {
        public String unit(Grant grant) {
            return units.getOrDefault(grant.unit(), grant.unit().toString());
        }

        public Message role(Grant grant) {
            return Message.of("access.role." + grant.role().name());
        }
    }

    @GET
    @SignedIn
    public View show(@Auth Principal principal) {
        return View.of("access/account.jte", shown(principal, FormErrors.NONE));
    }

    /** Ends every session of the account, this one too: one signs in again where one is. */
    @POST
    @SignedIn
    @Path("sessions")
    public Response endSessions(@Auth Principal principal) {
        sessions.closeAll(principal);
        return Response.seeOther(URI.create("/connexion")).build();
    }

    @POST
    @SignedIn
    @Path("mot-de-passe")
    public Response changePassword(
            @Auth Principal principal,
            @FormParam("present") @DefaultValue("") String present,
            @FormParam("password") @DefaultValue("") String wanted) {
        try {
            accounts.changePassword(principal, present, wanted);
        } catch (Refusal refusal) {
            return Response.status(refusal.problem().status())
                    .entity(View.of("access/account.jte", shown(principal, FormErrors.of(refusal))))
                    .build();
        }
        return Response.seeOther(URI.create("/connexion")).build();
    }

    private Shown shown(Principal principal, FormErrors errors) {
        List<UnitId> held =
                principal.grants().stream().map(Grant::unit).distinct().toList();
        return new Shown(principal, units.names(principal, held), sessions.open(principal), errors);
    }
}
