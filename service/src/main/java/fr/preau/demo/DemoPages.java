package fr.preau.demo;

import fr.preau.access.Accounts;
import fr.preau.access.Secret;
import fr.preau.access.Sessions;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.web.Anyone;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Comes in as one of the demonstration's people, by a button and without a password. To be registered by the command
 * {@code demo} alone, which listens to this machine only: a service with real data must never have it.
 */
@Path("/demo")
public final class DemoPages {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Function<Secret, NewCookie> cookie;

    /**
     * @param cookie the cookie that carries a session, as signing in makes it
     */
    public DemoPages(Accounts accounts, Sessions sessions, Function<Secret, NewCookie> cookie) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @POST
    @Path("/entrer")
    @Anyone
    public Response enter(@FormParam("personne") @Nullable String key) {
        DemoPerson person = DemoPerson.of(key == null ? "" : key);
        AccountId account = accounts.byEmail(Actor.SYSTEM, person.email());
        return Response.seeOther(URI.create("/"))
                .cookie(cookie.apply(sessions.open(account)))
                .build();
    }
}
