package fr.preau.edition;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** The outline of a deliverable: a button for each change, and its versions. */
@Path("livrables/{deliverable}/plan")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class OutlinePages {
    private final Outlines outlines;

    public OutlinePages(EditionServices services) {
        this.outlines = services.outlines();
    }

    /**
     * The outline, with what was asked when it was refused.
     *
     * @param section that the last change was about; empty for none
     * @param heading as it was typed
     */
    public record Arranged(Outlines.Shown view, String section, String heading, boolean done, FormErrors errors) {
        /** The errors, each beside the field of its section. */
        public FormErrors said() {
            return new FormErrors(errors.all().stream().map(this::at).toList());
        }

        private Violation at(Violation violation) {
            return section.isEmpty() || violation.field().isEmpty()
                    ? violation
                    : new Violation("titre-" + section, violation.message());
        }
    }

    /** The versions of an outline. */
    public record Versions(Deliverable deliverable, List<OutlineVersion> all) {}

    @GET
    @HasRole(Role.EDITOR)
    public View show(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @QueryParam("fait") @DefaultValue("") String done) {
        return View.of(
                "edition/outline.jte",
                new Arranged(outlines.view(principal, id), "", "", done.equals("oui"), FormErrors.NONE));
    }

    /** @param step one of the page's buttons: an {@link OutlineStep} */
    @POST
    @HasRole(Role.EDITOR)
    public Response change(
            @Auth Principal principal,
            @PathParam("deliverable") DeliverableId id,
            @FormParam("do") @DefaultValue("") String step,
            @FormParam("section") @DefaultValue("") String section,
            @FormParam("heading") @DefaultValue("") String heading,
            @FormParam("version") @DefaultValue("0") int seen) {
        OutlineEdit edit = new OutlineEdit(step(step), section, heading);
        try {
            outlines.change(principal, id, seen, edit);
            String there = section.isEmpty()
                    ? ""
                    : "#"
                            + outlines.view(principal, id)
                                    .outline()
                                    .chapter(section)
                                    .id();
            return Response.seeOther(URI.create("/livrables/" + id + "/plan?fait=oui" + there))
                    .build();
        } catch (Refusal refusal) {
            FormErrors errors = FormErrors.shown(refusal);
            return Response.status(refusal.problem().status())
                    .entity(View.of(
                            "edition/outline.jte",
                            new Arranged(outlines.view(principal, id), section, heading, false, errors)))
                    .build();
        }
    }

    private static OutlineStep step(String name) {
        return Arrays.stream(OutlineStep.values())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    @GET
    @HasRole(Role.EDITOR)
    @Path("versions")
    public View versions(@Auth Principal principal, @PathParam("deliverable") DeliverableId id) {
        return View.of(
                "edition/outlines.jte",
                new Versions(outlines.view(principal, id).deliverable(), outlines.history(principal, id)));
    }
}
