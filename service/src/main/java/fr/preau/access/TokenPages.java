package fr.preau.access;

import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.Option;
import fr.preau.web.View;
import fr.preau.web.Viewer;
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
import java.util.stream.Stream;

/** One's own API tokens: the list, a new one shown once, the end of one. */
@Path("compte")
@Produces(MediaType.TEXT_HTML)
public final class TokenPages {
    private static final String TEMPLATE = "access/tokens.jte";

    private final Tokens tokens;
    private final SignIns signIns;
    private final Doorway door;

    TokenPages(Tokens tokens, SignIns signIns, Doorway door) {
        this.tokens = tokens;
        this.signIns = signIns;
        this.door = door;
    }

    /** What was typed for a new one, as it was typed. */
    public record Typed(String name, String scope, String days) {
        static final Typed NOTHING = new Typed("", Scope.READ.name(), "90");

        NewToken token() {
            Scope wanted = Stream.of(Scope.values())
                    .filter(each -> each.name().equals(scope))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            return new NewToken(name, wanted, number(days));
        }

        private static int number(String text) {
            try {
                return Integer.parseInt(text.strip());
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        public List<Option> scopes(Viewer viewer) {
            return Stream.of(Scope.READ, Scope.ANSWER, Scope.REVIEW)
                    .map(each -> new Option(each.name(), viewer.t("token.scope." + each.name())))
                    .toList();
        }
    }

    /** What the page shows. */
    public record Shown(List<TokenRow> tokens, Typed typed, boolean hasPassword, FormErrors errors) {}

    /** A new token, shown this once. */
    public record Issued(String name, String text) {}

    @GET
    @SignedIn
    @Path("jetons")
    public View list(@Auth Principal principal) {
        return View.of(TEMPLATE, shown(principal, Typed.NOTHING, FormErrors.NONE));
    }

    @POST
    @SignedIn
    @Path("jetons")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response issue(
            @Auth Principal principal,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("scope") @DefaultValue("") String scope,
            @FormParam("days") @DefaultValue("") String days,
            @FormParam("present") @DefaultValue("") String present,
            @Context ContainerRequestContext request) {
        Typed typed = new Typed(name, scope, days);
        try {
            NewToken token = typed.token();
            signIns.confirm(principal, door.session(request), present);
            String text = tokens.issue(principal, principal.account(), token).text();
            return Response.ok(View.of("access/tokenShown.jte", new Issued(token.name(), text)))
                    .build();
        } catch (Refusal refusal) {
            return Doorway.again(refusal, TEMPLATE, shown(principal, typed, Doorway.errors(refusal)));
        }
    }

    @POST
    @SignedIn
    @Path("jetons/{id}/fin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@Auth Principal principal, @PathParam("id") long id) {
        tokens.revoke(principal, id);
        return Response.seeOther(URI.create("/compte/jetons")).build();
    }

    private Shown shown(Principal principal, Typed typed, FormErrors errors) {
        return new Shown(tokens.of(principal), typed, signIns.hasPassword(principal), errors);
    }
}
