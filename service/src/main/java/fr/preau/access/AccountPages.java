package fr.preau.access;

import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own account: rights, open sessions, password. */
@Path("compte")
public final class AccountPages {
    private static final String TEMPLATE = "access/account.jte";

    private final Accounts accounts;
    private final Sessions sessions;
    private final People people;
    private final Doorway door;
    private final SignIns signIns;
    private final @Nullable SecondFactors factors;
    private final Bindings bindings;
    private final @Nullable String provider;

    AccountPages(AccessServices services, Doorway door, @Nullable SecondFactors factors, @Nullable String provider) {
        accounts = services.accounts();
        sessions = services.sessions();
        people = services.people().list();
        signIns = services.signIns();
        bindings = services.bindings();
        this.door = door;
        this.factors = factors;
        this.provider = provider;
    }

    /**
     * What the page shows.
     *
     * @param offersFactor whether there is such a thing as a second factor: not in the demonstration
     * @param factor one's own, null without one
     * @param elsewhere who one is at the provider of identities
     */
    public record Shown(
            Principal principal,
            List<HeldGrant> held,
            List<SessionRow> open,
            boolean offersFactor,
            @Nullable FactorState factor,
            Elsewhere elsewhere,
            FormErrors errors) {}

    /**
     * Who one is at the provider of identities.
     *
     * @param provider its name, null when there is none
     */
    public record Elsewhere(@Nullable String provider, List<Binding> bindings) {}

    @GET
    @SignedIn
    public View show(@Auth Principal principal, @Context ContainerRequestContext request) {
        return View.of(TEMPLATE, shown(principal, door.session(request), FormErrors.NONE));
    }

    /** Ends every session of the account, this one too: one signs in again where one is. */
    @POST
    @SignedIn
    @Path("sessions")
    public Response endSessions(@Auth Principal principal) {
        sessions.closeAll(principal);
        return Response.seeOther(URI.create("/connexion")).build();
    }

    /** Ends one of them. */
    @POST
    @SignedIn
    @Path("sessions/{id}/fin")
    public Response endSession(@Auth Principal principal, @PathParam("id") long id) {
        sessions.revoke(principal, id);
        return Response.seeOther(URI.create("/compte")).build();
    }

    @POST
    @SignedIn
    @Path("mot-de-passe")
    public Response changePassword(
            @Auth Principal principal,
            @FormParam("present") @DefaultValue("") String present,
            @FormParam("password") @DefaultValue("") String wanted,
            @Context ContainerRequestContext request) {
        Secret session = door.session(request);
        try {
            signIns.confirm(principal, session, present);
            accounts.changePassword(principal, wanted);
        } catch (Refusal refusal) {
            return Doorway.again(refusal, TEMPLATE, shown(principal, session, Doorway.errors(refusal)));
        }
        return Response.seeOther(URI.create("/connexion")).build();
    }

    private Shown shown(Principal principal, Secret session, FormErrors errors) {
        return new Shown(
                principal,
                people.own(principal),
                sessions.open(principal, session),
                factors != null,
                factors == null ? null : factors.state(principal.account()).orElse(null),
                new Elsewhere(provider, provider == null ? List.of() : bindings.of(principal.account())),
                errors);
    }
}
