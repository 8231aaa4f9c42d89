package fr.preau.shared;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.LabelId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The free groups of a unit's schools: the list, one with its schools, its name, its removal behind a page. */
@Path("reponses-communes")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class LabelPages {
    private final Labels labels;

    public LabelPages(Labels labels) {
        this.labels = labels;
    }

    /** The labels of one of the person's units; {@code name} is what was typed for a new one. */
    public record Listed(UnitId owner, List<Label> labels, String name, FormErrors errors) {}

    /** One label; {@code name} is what its field holds. */
    public record Shown(Labels.Detail detail, String name, boolean done, FormErrors errors) {}

    @GET
    @HasRole(Role.AGENT)
    @Path("etiquettes")
    public View list(@Auth Principal principal, @QueryParam("unite") @Nullable UnitId unit) {
        UnitId owner = unit == null ? SharedAnswers.owners(principal).get(0) : unit;
        return View.of("shared/labels.jte", new Listed(owner, labels.list(principal, owner), "", FormErrors.NONE));
    }

    @POST
    @HasRole(Role.AGENT)
    @Path("etiquettes")
    public Response create(
            @Auth Principal principal,
            @FormParam("unite") @DefaultValue("") String unit,
            @FormParam("name") @DefaultValue("") String name) {
        UnitId owner = UnitId.fromString(unit);
        try {
            return moved("/reponses-communes/etiquettes/" + labels.create(principal, owner, name));
        } catch (Refusal refusal) {
            Listed page = new Listed(owner, labels.list(principal, owner), name, FormErrors.of(refusal));
            return Response.status(422)
                    .entity(View.of("shared/labels.jte", page))
                    .build();
        }
    }

    @GET
    @HasRole(Role.AGENT)
    @Path("etiquettes/{label}")
    public View show(
            @Auth Principal principal, @PathParam("label") LabelId id, @QueryParam("fait") @Nullable String done) {
        Labels.Detail detail = labels.detail(principal, id);
        return View.of("shared/label.jte", new Shown(detail, detail.label().name(), done != null, FormErrors.NONE));
    }

    /** Saves the name and the schools at once. */
    @POST
    @HasRole(Role.AGENT)
    @Path("etiquettes/{label}")
    public Response save(
            @Auth Principal principal, @PathParam("label") LabelId id, MultivaluedMap<String, String> sent) {
        String name = sent.getOrDefault("name", List.of("")).get(0);
        List<Uai> schools = sent.getOrDefault("uai", List.of()).stream()
                .map(Uai::fromString)
                .toList();
        try {
            labels.save(principal, id, name, schools);
            return moved("/reponses-communes/etiquettes/" + id + "?fait=1");
        } catch (Refusal refusal) {
            Shown page = new Shown(labels.detail(principal, id), name, false, FormErrors.of(refusal));
            return Response.status(422)
                    .entity(View.of("shared/label.jte", page))
                    .build();
        }
    }

    @GET
    @HasRole(Role.AGENT)
    @Path("etiquettes/{label}/suppression")
    public View ask(@Auth Principal principal, @PathParam("label") LabelId id) {
        return View.of("shared/unlabel.jte", labels.detail(principal, id).label());
    }

    @POST
    @HasRole(Role.AGENT)
    @Path("etiquettes/{label}/suppression")
    public Response delete(@Auth Principal principal, @PathParam("label") LabelId id) {
        UnitId owner = labels.detail(principal, id).label().owner();
        labels.delete(principal, id);
        return moved("/reponses-communes/etiquettes?unite=" + owner);
    }

    private static Response moved(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
