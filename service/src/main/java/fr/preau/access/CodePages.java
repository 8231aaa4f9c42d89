package fr.preau.access;

import fr.preau.kernel.Refusal;
import fr.preau.web.Anyone;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
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
import java.util.List;
import java.util.Optional;

/**
 * Between the password and the session: a code is asked for, or a first factor set up by whom a role obliges to have
 * one. Without the cookie of that step there is nothing here but the way back to the sign-in page.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class CodePages {
    private static final String CODE = "access/code.jte";
    private static final String ENROL = "access/enrol.jte";

    private final Doorway door;
    private final SignInSteps steps;
    private final SecondFactors factors;
    private final ThrottleAddress addresses;

    CodePages(Doorway door, SignInSteps steps, SecondFactors factors, ThrottleAddress addresses) {
        this.door = door;
        this.steps = steps;
        this.factors = factors;
        this.addresses = addresses;
    }

    @GET
    @Path("connexion/code")
    @Anyone
    public Response show(
            @QueryParam("retour") @DefaultValue("") String back, @Context ContainerRequestContext request) {
        ReturnPath wanted = ReturnPath.of(back);
        Optional<Waiting> waiting = waiting(request);
        if (waiting.isEmpty()) {
            return Response.seeOther(wanted.signIn()).build();
        }
        if (waiting.get().hasFactor()) {
            return Response.ok(View.of(CODE, new CodeForm(wanted, FormErrors.NONE)))
                    .build();
        }
        FactorDraft draft = factors.draft(waiting.get());
        return Response.ok(View.of(ENROL, new EnrolForm(draft, wanted, FormErrors.NONE)))
                .build();
    }

    @POST
    @Path("connexion/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Anyone
    public Response check(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("retour") @DefaultValue("") String back,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest from) {
        ReturnPath wanted = ReturnPath.of(back);
        Optional<Waiting> waiting = waiting(request).filter(Waiting::hasFactor);
        if (waiting.isEmpty()) {
            return Response.seeOther(wanted.after("/connexion/code")).build();
        }
        try {
            factors.check(waiting.get().account(), code, addresses.of(from));
        } catch (Refusal refusal) {
            return Doorway.again(refusal, CODE, new CodeForm(wanted, Doorway.errors(refusal)));
        }
        return left(request, door.enter(waiting.get().account(), wanted));
    }

    /** The first factor: the reply is the only one that ever holds its recovery codes. */
    @POST
    @Path("connexion/second-facteur")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Anyone
    public Response enrol(
            @FormParam("draft") @DefaultValue("") String sealed,
            @FormParam("first") @DefaultValue("") String first,
            @FormParam("retour") @DefaultValue("") String back,
            @Context ContainerRequestContext request) {
        ReturnPath wanted = ReturnPath.of(back);
        Optional<Waiting> waiting = waiting(request).filter(one -> !one.hasFactor());
        if (waiting.isEmpty()) {
            return Response.seeOther(wanted.after("/connexion/code")).build();
        }
        FactorDraft draft = factors.draft(waiting.get(), sealed);
        try {
            List<String> codes = factors.enrol(waiting.get().account(), draft, first);
            return left(request, door.enter(waiting.get().account(), codes, wanted));
        } catch (Refusal refusal) {
            return Doorway.again(refusal, ENROL, new EnrolForm(draft, wanted, Doorway.errors(refusal)));
        }
    }

    private Optional<Waiting> waiting(ContainerRequestContext request) {
        return door.stepCookie().read(request).flatMap(steps::find);
    }

    /** The step has served: neither the browser nor the database keeps it. */
    private Response left(ContainerRequestContext request, Response reply) {
        door.stepCookie().read(request).ifPresent(steps::end);
        return Response.fromResponse(reply).cookie(door.stepCookie().gone()).build();
    }
}
