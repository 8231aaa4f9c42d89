package fr.preau.checklist;

import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import fr.preau.web.Anyone;
import fr.preau.web.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The checklist to read and to take away: open to all, as its licence is. */
@Path("/referentiel")
@Produces(MediaType.TEXT_HTML)
@Anyone
public final class ChecklistPages {
    private final Checklists checklists;
    private final CitedCodes codes;

    public ChecklistPages(Checklists checklists, CitedCodes codes) {
        this.checklists = checklists;
        this.codes = codes;
    }

    @GET
    public View checklist(@QueryParam("version") @Nullable ChecklistId version) {
        return View.of("checklist/checklist.jte", new ChecklistPage(reading(version), checklists.editions()));
    }

    @GET
    @Path("{theme}")
    public View theme(@PathParam("theme") String code, @QueryParam("version") @Nullable ChecklistId version) {
        Reading reading = reading(version);
        Theme theme = reading.checklist().theme(code);
        Roles roles = codes.index().roles(code).orElse(null);
        return View.of("checklist/theme.jte", new ThemePage(reading, theme, roles));
    }

    @GET
    @Path("{theme}/{control}")
    public View control(
            @PathParam("theme") String theme,
            @PathParam("control") ControlCode code,
            @QueryParam("version") @Nullable ChecklistId version) {
        Reading reading = reading(version);
        Control control = reading.checklist().control(code);
        if (!control.theme().equals(theme)) {
            throw Refusal.notFound();
        }
        return View.of(
                "checklist/control.jte",
                new ControlPage(
                        reading,
                        reading.checklist().theme(theme),
                        control,
                        codes.index().of(control)));
    }

    /** The file as it was published. */
    @GET
    @Path("fichier/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response file(@PathParam("id") ChecklistId id) {
        ChecklistDocument document = checklists.get(id).document();
        String name = document.identifier() + "-" + document.version() + ".json";
        return Response.ok(checklists.export(id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Reading reading(@Nullable ChecklistId version) {
        return new Reading(version == null ? checklists.latest() : checklists.get(version), version);
    }
}
