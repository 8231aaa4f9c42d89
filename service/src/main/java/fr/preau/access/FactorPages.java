package fr.preau.access;

import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
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

/** One's own second factor: setting one up, replacing it with its recovery codes, giving it up where no role asks. */
@Path("compte")
@Produces(MediaType.TEXT_HTML)
public final class FactorPages {
    private static final String TEMPLATE = "access/factor.jte";
    private static final String GIVE_UP = "access/factorGiveUp.jte";
    private static final String ACCOUNT = "/compte";

    private final SecondFactors factors;
    private final SignIns signIns;
    private final SignInSteps steps;
    private final Doorway door;
    private final ThrottleAddress addresses;

    FactorPages(SecondFactors factors, SignIns signIns, SignInSteps steps, Doorway door, ThrottleAddress addresses) {
        this.factors = factors;
        this.signIns = signIns;
        this.steps = steps;
        this.door = door;
        this.addresses = addresses;
    }

    /** What the forms send: the draft and a first code of it, a code of the present factor, the password. */
    public static final class Sent {
        @FormParam("draft")
        @DefaultValue("")
        String draft = "";

        @FormParam("first")
        @DefaultValue("")
        String first = "";

        @FormParam("code")
        @DefaultValue("")
        String code = "";

        @FormParam("present")
        @DefaultValue("")
        String present = "";
    }

    /**
     * What the page shows.
     *
     * @param factor the present one
     * @param demanded whether a role obliges the person to have one
     * @param hasPassword whether it is asked for again
     */
    public record Shown(
            FactorDraft draft,
            Optional<FactorState> factor,
            boolean demanded,
            boolean hasPassword,
            FormErrors errors) {}

    @GET
    @SignedIn
    @Path("second-facteur")
    public View show(@Auth Principal principal) {
        return View.of(TEMPLATE, shown(principal, factors.draft(factors.owner(principal)), FormErrors.NONE));
    }

    @POST
    @SignedIn
    @Path("second-facteur")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(
            @Auth Principal principal,
            @BeanParam Sent sent,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest from) {
        FactorDraft draft = factors.draft(factors.owner(principal), sent.draft);
        try {
            signIns.confirm(principal, door.session(request), sent.present);
            RecoveryPage page = new RecoveryPage(
                    factors.replace(principal.account(), draft, sent.first, sent.code, addresses.of(from)), ACCOUNT);
            return Response.ok(View.of(RecoveryPage.TEMPLATE, page)).build();
        } catch (Refusal refusal) {
            return Doorway.again(refusal, TEMPLATE, shown(principal, draft, Doorway.errors(refusal)));
        }
    }

    @GET
    @SignedIn
    @Path("second-facteur/retrait")
    public View askToGiveUp(@Auth Principal principal) {
        return View.of(GIVE_UP, shown(principal, factors.draft(factors.owner(principal)), FormErrors.NONE));
    }

    @POST
    @SignedIn
    @Path("second-facteur/retrait")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response giveUp(
            @Auth Principal principal,
            @BeanParam Sent sent,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest from) {
        try {
            signIns.confirm(principal, door.session(request), sent.present);
            factors.check(principal.account(), sent.code, addresses.of(from));
            factors.giveUp(principal);
            return Response.seeOther(URI.create(ACCOUNT)).build();
        } catch (Refusal refusal) {
            FactorDraft draft = factors.draft(factors.owner(principal));
            return Doorway.again(refusal, GIVE_UP, shown(principal, draft, Doorway.errors(refusal)));
        }
    }

    private Shown shown(Principal principal, FactorDraft draft, FormErrors errors) {
        return new Shown(
                draft,
                factors.state(principal.account()),
                steps.isDemanded(principal.account()),
                signIns.hasPassword(principal),
                errors);
    }
}
