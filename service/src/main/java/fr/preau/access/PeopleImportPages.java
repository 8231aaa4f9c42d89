package fr.preau.access;

import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.web.Csv;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People and rights from a file: the report first, then the confirmation, then the links, shown once. */
@Path("/personnes/importer")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class PeopleImportPages {
    private static final String TEMPLATE = "access/import.jte";

    private final PeopleImports imports;
    private final LinkDelivery delivery;

    PeopleImportPages(PeopleImports imports, LinkDelivery delivery) {
        this.imports = imports;
        this.delivery = delivery;
    }

    /**
     * What the page shows.
     *
     * @param text the file, as it was given
     * @param plan null before there is one
     */
    public record Shown(String text, @Nullable PeoplePlan plan, FormErrors errors) {
        /** People told one by one; of more the numbers stand above. */
        public static final int MOST_TOLD = 200;

        /** Whether it can be confirmed. */
        public boolean ready() {
            return plan != null && plan.faults().isEmpty();
        }
    }

    /** What was done; the links stand here alone. */
    public record Finished(PeoplePlan plan, List<Handed> links) {}

    /** A link to hand over. */
    public record Handed(String email, String name, String secret, String address) {}

    @GET
    @HasRole(Role.ADMINISTRATOR)
    public View form(@Auth Principal principal) {
        return View.of(TEMPLATE, new Shown("", null, FormErrors.NONE));
    }

    @POST
    @HasRole(Role.ADMINISTRATOR)
    public Response report(@Auth Principal principal, @FormParam("texte") @DefaultValue("") String text) {
        try {
            PeoplePlan plan = imports.plan(principal, text);
            return Response.status(plan.faults().isEmpty() ? 200 : 422)
                    .entity(View.of(TEMPLATE, new Shown(text, plan, FormErrors.NONE)))
                    .build();
        } catch (Refusal refusal) {
            return Doorway.again(refusal, TEMPLATE, new Shown(text, null, Doorway.errors(refusal)));
        }
    }

    @POST
    @Path("confirmation")
    @HasRole(Role.ADMINISTRATOR)
    public Response confirm(
            @Auth Principal principal,
            @FormParam("texte") @DefaultValue("") String text,
            @FormParam("lu") @DefaultValue("") String digest) {
        try {
            PeopleImports.Done done = imports.apply(principal, text, digest, delivery.mail());
            List<Handed> links = done.invited().stream().map(this::handed).toList();
            return Response.ok(View.of("access/imported.jte", new Finished(done.plan(), links)))
                    .build();
        } catch (Refusal refusal) {
            boolean stale = refusal.problem() instanceof Problem.Conflict;
            PeoplePlan fresh = stale ? imports.plan(principal, text) : null;
            return Doorway.again(refusal, TEMPLATE, new Shown(text, fresh, Doorway.errors(refusal)));
        }
    }

    /** The same links as a file: they come from the page that shows them, for nothing keeps them. */
    @POST
    @Path("liens")
    @Produces("text/csv")
    @HasRole(Role.ADMINISTRATOR)
    public Response links(@Auth Principal principal, @FormParam("lien") List<String> secrets) {
        List<Handed> links = imports
                .issued(principal, secrets.stream().map(Secret::new).toList())
                .stream()
                .map(this::handed)
                .toList();
        return PeopleCsv.attachment("liens", out -> {
            Csv csv = Csv.to(out);
            csv.row(List.of("email", "nom", "lien"));
            links.forEach(link -> csv.row(List.of(link.email(), link.name(), link.address())));
            csv.end();
        });
    }

    private Handed handed(PeopleImports.Invited invited) {
        String secret = invited.link().text();
        return new Handed(
                invited.email(), invited.name(), secret, delivery.address().link("/lien/" + secret));
    }
}
