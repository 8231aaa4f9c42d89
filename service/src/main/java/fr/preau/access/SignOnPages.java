package fr.preau.access;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.web.Anyone;
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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** To the provider of identities and back. What comes back in the address is of use once, with the cookie of that leaving. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SignOnPages {
    /** Where the provider sends browsers back to: registered there, so it never changes. */
    public static final String CALLBACK = "/connexion/fournisseur/retour";

    private final SignOns signOns;
    private final Doorway door;

    SignOnPages(SignOns signOns, Doorway door) {
        this.signOns = signOns;
        this.door = door;
    }

    @POST
    @Path("connexion/fournisseur")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Anyone
    public Response leave(@FormParam("retour") @DefaultValue("") String back) {
        return leave(signOns, door, Errand.signIn(ReturnPath.of(back)));
    }

    /** @param error set instead of a code when the person or the provider has refused: which of the two matters to nobody */
    @GET
    @Path("connexion/fournisseur/retour")
    @Anyone
    public Response arrive(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("error") @DefaultValue("") String error,
            @Auth Optional<Principal> present,
            @Context ContainerRequestContext request) {
        try {
            Secret cookie = door.providerCookie().read(request).orElseThrow(() -> Refusal.conflict("signOn.over"));
            String worth = error.isEmpty() ? code : "";
            SignOns.Arrival arrival = signOns.arrive(cookie, state, worth, present.orElse(null));
            Errand errand = arrival.errand();
            if (errand.purpose() == Errand.Purpose.BINDING) {
                return Response.seeOther(URI.create(BindingPages.ADDRESS)).build();
            }
            return arrival.vouched()
                    ? door.enter(arrival.account(), errand.back())
                    : door.admit(arrival.account(), errand.back());
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    static Response leave(SignOns signOns, Doorway door, Errand errand) {
        try {
            SignOns.Leaving leaving = signOns.leave(errand);
            return Response.fromResponse(Onward.to(leaving.address(), signOns.providerName()))
                    .cookie(door.providerCookie().carrying(leaving.cookie()))
                    .build();
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    /** What went wrong, in our words, and the ways on. */
    private static Response refused(Refusal refusal) {
        boolean linkOver = refusal.problem() instanceof Problem.NotFound;
        Message told =
                linkOver ? Message.of("access.link.over") : refusal.problem().message();
        return Response.status(refusal.problem().status())
                .entity(View.of("access/signOnRefused.jte", told))
                .build();
    }
}
