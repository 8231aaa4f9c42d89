package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.web.Anyone;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The page of a one-time link: first administrator, invitation, new password. Reading it uses nothing up, so that a mail
 * program that follows links does no harm; choosing the password does.
 */
@Path("/lien/{secret}")
@Produces(MediaType.TEXT_HTML)
@Anyone
public final class LinkPages {
    private static final String TEMPLATE = "access/link.jte";

    private final Accounts accounts;
    private final Doorway door;
    private final Outside outside;

    LinkPages(Accounts accounts, Doorway door, Outside outside) {
        this.accounts = accounts;
        this.door = door;
        this.outside = outside;
    }

    @GET
    public Response show(@PathParam("secret") String secret) {
        return whileGood(() -> {
            LinkRow link = accounts.openLink(new Secret(secret));
            return Response.ok(View.of(TEMPLATE, form(link, "", "", FormErrors.NONE)))
                    .build();
        });
    }

    /** @param through set when an invitation is answered by the provider: it is used up when an identity comes back */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response use(
            @PathParam("secret") String text,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("avec") @DefaultValue("") String through) {
        Secret secret = new Secret(text);
        return whileGood(() -> {
            LinkRow link = accounts.openLink(secret);
            if (!through.isEmpty() && outside.signOns() != null) {
                return SignOnPages.leave(outside.signOns(), door, Errand.invitation(secret));
            }
            try {
                return door.admit(used(link, secret, email, name, password), ReturnPath.HOME);
            } catch (Refusal refusal) {
                if (refusal.problem() instanceof Problem.NotFound) {
                    throw refusal;
                }
                return Doorway.again(refusal, TEMPLATE, form(link, email, name, Doorway.errors(refusal)));
            }
        });
    }

    private AccountId used(LinkRow link, Secret secret, String email, String name, String password) {
        return link.purpose() == LinkPurpose.FIRST
                ? accounts.createFirst(secret, new NewPerson(email, name, UnitId.NATION), password)
                : accounts.choosePassword(secret, password);
    }

    private LinkForm form(LinkRow link, String email, String name, FormErrors errors) {
        return new LinkForm(
                link.purpose(),
                Objects.requireNonNullElse(link.email(), email),
                Objects.requireNonNullElse(link.name(), name),
                link.purpose() == LinkPurpose.INVITATION ? outside.provider() : null,
                errors);
    }

    /** The answer, or where a link has served or its time is past, the page that says where to ask for another one. */
    private static Response whileGood(Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (Refusal refusal) {
            if (refusal.problem() instanceof Problem.NotFound) {
                return over();
            }
            throw refusal;
        }
    }

    private static Response over() {
        return Response.status(Response.Status.NOT_FOUND)
                .entity(View.of("access/linkOver.jte", Message.of("access.link.over")))
                .build();
    }
}
