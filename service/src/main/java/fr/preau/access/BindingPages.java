package fr.preau.access;

import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Who one is at the provider: the bindings of one's own account, one more, one less. Each asks for the password again. */
@Path("compte")
@Produces(MediaType.TEXT_HTML)
public final class BindingPages {
    static final String ADDRESS = "/compte/fournisseur";
    private static final String TEMPLATE = "access/bindings.jte";

    private final Bindings bindings;
    private final SignOns signOns;
    private final SignIns signIns;
    private final Doorway door;

    BindingPages(Bindings bindings, SignOns signOns, SignIns signIns, Doorway door) {
        this.bindings = bindings;
        this.signOns = signOns;
        this.signIns = signIns;
        this.door = door;
    }

    /** What the page shows. */
    public record Shown(String provider, List<Binding> bindings, boolean hasPassword, FormErrors errors) {}

    @GET
    @SignedIn
    @Path("fournisseur")
    public View list(@Auth Principal principal) {
        return View.of(TEMPLATE, shown(principal, FormErrors.NONE));
    }

    @POST
    @SignedIn
    @Path("fournisseur")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response bind(
            @Auth Principal principal,
            @FormParam("present") @DefaultValue("") String present,
            @Context ContainerRequestContext request) {
        try {
            signIns.confirm(principal, door.session(request), present);
        } catch (Refusal refusal) {
            return again(principal, refusal);
        }
        return SignOnPages.leave(signOns, door, Errand.binding(principal.account()));
    }

    @POST
    @SignedIn
    @Path("fournisseur/{id: [0-9]+}/retrait")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @Auth Principal principal,
            @PathParam("id") long id,
            @FormParam("present") @DefaultValue("") String present,
            @Context ContainerRequestContext request) {
        try {
            signIns.confirm(principal, door.session(request), present);
            bindings.remove(principal, id);
        } catch (Refusal refusal) {
            return again(principal, refusal);
        }
        return Response.seeOther(URI.create(ADDRESS)).build();
    }

    private Response again(Principal principal, Refusal refusal) {
        if (refusal.problem() instanceof Problem.NotFound) {
            throw refusal;
        }
        return Doorway.again(refusal, TEMPLATE, shown(principal, Doorway.errors(refusal)));
    }

    private Shown shown(Principal principal, FormErrors errors) {
        return new Shown(
                signOns.providerName(), bindings.of(principal.account()), signIns.hasPassword(principal), errors);
    }
}
