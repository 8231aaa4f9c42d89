package fr.preau.edition;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.DeliverableId;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One text of a deliverable: written beside its preview, with its versions. */
@Path("livrables/{deliverable}/textes/{section}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class TextPages {
    private final Deliverables deliverables;

    public TextPages(EditionServices services) {
        this.deliverables = services.deliverables();
    }

    /**
     * A text being written.
     *
     * @param seen version that it was written over
     * @param preview how it would read
     * @param theirs what somebody else has saved meanwhile, null when nobody has
     */
    public record Writing(
            DeliverableView view,
            Chapter section,
            String body,
            int seen,
            List<Block> preview,
            List<String> unknown,
            @Nullable TextVersion theirs,
            FormErrors errors) {}

    /** The versions of a text. */
    public record Versions(DeliverableView view, Chapter section, List<TextVersion> all) {}

    @GET
    @HasRole(Role.EDITOR)
    public View write(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @PathParam("section") String section) {
        DeliverableView view = deliverables.view(principal, id);
        Chapter part = view.outline().chapter(section);
        return page(view, part, view.body(part), view.version(part.id()), null, FormErrors.NONE);
    }

    /** Saves the text, or only shows how it would read. */
    @POST
    @HasRole(Role.EDITOR)
    public Response save(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @PathParam("section") String section,
            @FormParam("body") @DefaultValue("") String body,
            @FormParam("version") @DefaultValue("0") int seen,
            @FormParam("do") @DefaultValue("save") String what) {
        DeliverableView view = deliverables.view(principal, id);
        Chapter part = view.outline().chapter(section);
        if (what.equals("preview")) {
            return Response.ok(page(view, part, body, seen, null, FormErrors.NONE))
                    .build();
        }
        try {
            deliverables.write(principal, id, section, seen, body);
            return Response.seeOther(URI.create("/livrables/" + id + "?fait=written#" + part.id()))
                    .build();
        } catch (Refusal refusal) {
            TextVersion theirs =
                    refusal.problem() instanceof Problem.Stale stale && stale.current() instanceof TextVersion present
                            ? present
                            : null;
            int over = theirs == null ? seen : theirs.version();
            return Response.status(refusal.problem().status())
                    .entity(page(view, part, body, over, theirs, FormErrors.shown(refusal)))
                    .build();
        }
    }

    private static View page(
            DeliverableView view,
            Chapter part,
            String body,
            int seen,
            @Nullable TextVersion theirs,
            FormErrors errors) {
        String text = body.substring(0, Math.min(body.length(), Deliverables.BODY_LENGTH));
        Prose prose = Prose.read(text, view.figures());
        return View.of(
                "edition/text.jte",
                new Writing(view, part, body, seen, prose.blocks(), prose.unknown(), theirs, errors));
    }

    @GET
    @HasRole(Role.EDITOR)
    @Path("versions")
    public View versions(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @PathParam("section") String section) {
        DeliverableView view = deliverables.view(principal, id);
        Chapter part = view.outline().chapter(section);
        return View.of("edition/versions.jte", new Versions(view, part, deliverables.history(principal, id, section)));
    }
}
