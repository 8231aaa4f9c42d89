package fr.preau.access;

import fr.preau.kernel.Refusal;
import fr.preau.web.Anyone;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Coming in, and the home page, which is another one for each role. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SignInPages {
    private static final String TEMPLATE = "access/signIn.jte";

    private final SignIns signIns;
    private final Doorway door;
    private final ThrottleAddress addresses;
    private final DemoSignIn demo;
    private final Outside outside;

    SignInPages(SignIns signIns, Doorway door, ThrottleAddress addresses, DemoSignIn demo, Outside outside) {
        this.signIns = signIns;
        this.door = door;
        this.addresses = addresses;
        this.demo = demo;
        this.outside = outside;
    }

    @GET
    @SignedIn
    public Response home(@Auth Principal principal) {
        return Response.seeOther(Navigation.home(principal).uri()).build();
    }

    @GET
    @Path("connexion")
    @Anyone
    public Response form(@Auth Optional<Principal> principal, @QueryParam("retour") @DefaultValue("") String back) {
        ReturnPath wanted = ReturnPath.of(back);
        if (principal.isPresent()) {
            return Response.seeOther(wanted.uri()).build();
        }
        return Response.ok(View.of(TEMPLATE, shown("", wanted, FormErrors.NONE)))
                .build();
    }

    @POST
    @Path("connexion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Anyone
    public Response signIn(
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("retour") @DefaultValue("") String back,
            @Context HttpServletRequest request) {
        ReturnPath wanted = ReturnPath.of(back);
        try {
            return door.admit(signIns.byPassword(email, password, addresses.of(request)), wanted);
        } catch (Refusal refusal) {
            return Doorway.again(refusal, TEMPLATE, shown(email, wanted, Doorway.errors(refusal)));
        }
    }

    /** One of the demonstration's buttons; on a real service there is nobody behind any. */
    @POST
    @Path("connexion/demonstration")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Anyone
    public Response play(
            @FormParam("personne") @DefaultValue("") String person,
            @FormParam("retour") @DefaultValue("") String back) {
        return door.enter(demo.account().apply(person), ReturnPath.of(back));
    }

    private SignInForm shown(String email, ReturnPath wanted, FormErrors errors) {
        return new SignInForm(email, wanted, errors, demo.buttons(), outside.provider(), outside.mail());
    }
}
