package fr.preau.access;

import fr.preau.kernel.Refusal;
import fr.preau.web.Anyone;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Going out, here and at the provider that one came in by. */
@Path("/deconnexion")
@Produces(MediaType.TEXT_HTML)
public final class SignOutPages {
    /** Where the provider sends browsers back to: registered there, so it never changes. */
    public static final String CALLBACK = "/deconnexion/retour";

    private static final String TEMPLATE = "access/signedOut.jte";

    private final Doorway door;
    private final @Nullable SignOns signOns;
    private final PublicUrl address;

    SignOutPages(Doorway door, @Nullable SignOns signOns, PublicUrl address) {
        this.door = door;
        this.signOns = signOns;
        this.address = address;
    }

    /**
     * What the page shows.
     *
     * @param left name of the provider whose session may still be open, null when there is none
     */
    public record Shown(@Nullable String left) {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response signOut(@Auth Principal principal, @Context ContainerRequestContext request) {
        door.cookie().read(request).ifPresent(secret -> door.sessions().close(principal, secret));
        Optional<Secret> cookie = door.providerCookie().read(request);
        Response reply = signOns == null || cookie.isEmpty()
                ? Response.seeOther(URI.create("/connexion")).build()
                : farewell(signOns, cookie.get(), principal);
        return Response.fromResponse(reply)
                .cookie(door.cookie().gone(), door.providerCookie().gone())
                .build();
    }

    private Response farewell(SignOns through, Secret cookie, Principal principal) {
        try {
            URI after = URI.create(address.link(CALLBACK));
            return through.farewell(cookie, principal.account(), after)
                    .map(there -> Onward.to(there, through.providerName()))
                    .orElseGet(() -> Response.seeOther(URI.create("/connexion")).build());
        } catch (Refusal refusal) {
            return Response.ok(View.of(TEMPLATE, new Shown(through.providerName())))
                    .build();
        }
    }

    /** Nothing is left to do: what the provider sends along is not looked at. */
    @GET
    @Path("retour")
    @Anyone
    public View signedOut() {
        return View.of(TEMPLATE, new Shown(null));
    }
}
