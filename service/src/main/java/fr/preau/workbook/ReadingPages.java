package fr.preau.workbook;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.WorkbookId;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report of a workbook that came back: what it would change, the choice of lines, the button that applies them. */
@Path("classeurs/lectures/{lecture}")
public final class ReadingPages {
    private final WorkbookServices workbooks;

    public ReadingPages(WorkbookServices workbooks) {
        this.workbooks = workbooks;
    }

    /** A report, and what stands in the way of its application. */
    public record Shown(Report report, boolean chosen, FormErrors errors) {}

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    public View show(
            @Auth Principal principal,
            @PathParam("lecture") WorkbookId id,
            @QueryParam("constat") @DefaultValue("") String finding,
            @QueryParam("issue") @DefaultValue("") String outcome,
            @QueryParam("apres") @DefaultValue("0") int after,
            @QueryParam("fait") @Nullable String done) {
        Report report =
                workbooks.imports().report(principal, id, Finding.of(finding), known(outcome), Math.max(0, after));
        return View.of("workbook/report.jte", new Shown(report, done != null, FormErrors.NONE));
    }

    @POST
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    @Path("choix")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @Auth Principal principal, @PathParam("lecture") WorkbookId id, MultivaluedMap<String, String> sent) {
        workbooks.imports().choose(principal, id, numbers(sent, "montree"), numbers(sent, "ligne"));
        String back = String.join("", sent.getOrDefault("retour", List.of()));
        String query = back.matches("(constat=[A-Z_]{1,20}&)?apres=[0-9]{1,9}") ? "&" + back : "";
        return WorkbookPages.moved("/classeurs/lectures/" + id + "?fait=1" + query + "#lignes");
    }

    @POST
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    @Path("application")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(@Auth Principal principal, @PathParam("lecture") WorkbookId id) {
        try {
            return WorkbookPages.moved("/travaux/" + workbooks.imports().apply(principal, id, workbooks.application()));
        } catch (Refusal refusal) {
            FormErrors errors = WorkbookPages.errors(refusal);
            Report report = workbooks.imports().report(principal, id, null, null, 0);
            return Response.status(refusal.problem().status())
                    .entity(View.of("workbook/report.jte", new Shown(report, false, errors)))
                    .build();
        }
    }

    /** Line numbers; what is none names no line. */
    private static List<Integer> numbers(MultivaluedMap<String, String> sent, String field) {
        return sent.getOrDefault(field, List.of()).stream()
                .filter(text -> text.matches("[0-9]{1,8}"))
                .limit(Imports.SHOWN)
                .map(Integer::valueOf)
                .toList();
    }

    private static @Nullable String known(String outcome) {
        return Arrays.stream(Chosen.Outcome.values())
                .map(Enum::name)
                .filter(outcome::equals)
                .findFirst()
                .orElse(null);
    }
}
