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

    LinkPages(Accounts accounts, Doorway door) {
        this.accounts = accounts;
        this.door = door;
    }

    @GET
    public Response show(@PathParam("secret") String secret) {
        try {
            LinkRow link = accounts.openLink(new Secret(secret));
            return Response.ok(View.of(TEMPLATE, form(link, "", "", FormErrors.NONE)))
                    .build();
        } catch (Refusal refusal) {
            return over(refusal);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response use(
            @PathParam("secret") String text,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password) {
        Secret secret = new Secret(text);
        try {
            LinkRow link = accounts.openLink(secret);
            try {
                return door.admit(used(link, secret, email, name, password), ReturnPath.HOME);
            } catch (Refusal refusal) {
                return refusal.problem() instanceof Problem.NotFound
                        ? over(refusal)
                        : Doorway.again(refusal, TEMPLATE, form(link, email, name, Doorway.errors(refusal)));
            }
        } catch (Refusal refusal) {
            return over(refusal);
        }
    }

    private AccountId used(LinkRow link, Secret secret, String email, String name, String password) {
        return link.purpose() == LinkPurpose.FIRST
                ? accounts.createFirst(secret, new NewPerson(email, name, UnitId.NATION), password)
                : accounts.choosePassword(secret, password);
    }

    private static LinkForm form(LinkRow link, String email, String name, FormErrors errors) {
        return new LinkForm(
                link.purpose(),
                Objects.requireNonNullElse(link.email(), email),
                Objects.requireNonNullElse(link.name(), name),
                errors);
    }

    /** A link that has served or whose time is past says so, and where to ask for another one. */
    private static Response over(Refusal refusal) {
        if (!(refusal.problem() instanceof Problem.NotFound)) {
            throw refusal;
        }
        return Response.status(Response.Status.NOT_FOUND)
                .entity(View.of("access/linkOver.jte", Message.of("access.link.over")))
                .build();
    }
}
