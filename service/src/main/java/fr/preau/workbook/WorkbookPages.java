package fr.preau.workbook;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.job.JobPages;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
import fr.preau.web.FormErrors;
import fr.preau.web.TakesFile;
import fr.preau.web.View;
import fr.preau.web.Viewers;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where workbooks go out and come back. */
@Path("classeurs")
public final class WorkbookPages {
    private final WorkbookServices workbooks;
    private final Viewers viewers;

    public WorkbookPages(WorkbookServices workbooks, Viewers viewers) {
        this.workbooks = workbooks;
        this.viewers = viewers;
    }

    /** The page: what one can take, in how many words, and what one has brought back lately. */
    public record Shown(
            Stock stock, Selection selection, Exports.Count count, List<Reading> readings, FormErrors errors) {}

    @GET
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    public View desk(
            @Auth Principal principal, @QueryParam("campagne") @Nullable CampaignId campaign, @Context UriInfo uri) {
        Optional<Stock> stock = workbooks.exports().stock(principal, campaign);
        if (stock.isEmpty()) {
            return View.of("workbook/none.jte", "");
        }
        Selection selection = Selection.of(stock.get().campaign().id(), uri.getQueryParameters());
        return View.of("workbook/desk.jte", shown(principal, stock.get(), selection, FormErrors.NONE));
    }

    /** The file itself, or for many schools the job that makes it. */
    @POST
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    @Path("export")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response export(
            @Auth Principal principal, @Context ContainerRequestContext request, MultivaluedMap<String, String> sent) {
        CampaignId campaign = campaign(sent.getFirst("campagne"));
        Selection selection = Selection.of(campaign, sent);
        Stock stock = workbooks.exports().stock(principal, campaign).orElseThrow(Refusal::notFound);
        Exports.Count count = workbooks.exports().count(principal, selection);
        try {
            Format format = Format.of(text(sent, "format"));
            Shape shape = Shape.of(text(sent, "forme"));
            boolean fictitious = viewers.of(request).fictitious();
            if (count.atOnce() || count.tooMany()) {
                return JobPages.attachment(
                        workbooks.exports().file(principal, new Exports.Wish(selection, format, shape, fictitious)));
            }
            LargeExport.Parameters wish = new LargeExport.Parameters(selection, format, shape, fictitious);
            return moved("/travaux/" + workbooks.jobs().ask(principal, workbooks.largeExport(), wish));
        } catch (Refusal refusal) {
            return again(refusal, shown(principal, stock, selection, errors(refusal)));
        }
    }

    /** Takes a file back, as it arrives: its report is shown, nothing else is written. */
    @POST
    @HasRole({Role.AGENT, Role.ESTABLISHMENT})
    @Path("lectures")
    @TakesFile
    public Response read(
            @Auth Principal principal,
            @QueryParam("campagne") @Nullable CampaignId campaign,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String type,
            InputStream sent) {
        // Before the file: whoever has no audit there need not send it.
        Stock stock = workbooks.exports().stock(principal, campaign).orElseThrow(Refusal::notFound);
        CampaignId chosen = stock.campaign().id();
        try (Arrived file = Arrived.of(type, sent)) {
            return moved(
                    "/classeurs/lectures/" + workbooks.imports().read(principal, chosen, file.name(), file.path()));
        } catch (Refusal refusal) {
            return again(refusal, shown(principal, stock, Selection.all(chosen), errors(refusal)));
        }
    }

    private Shown shown(Principal principal, Stock stock, Selection selection, FormErrors errors) {
        return new Shown(
                stock,
                selection,
                workbooks.exports().count(principal, selection),
                workbooks.imports().list(principal),
                errors);
    }

    private static Response again(Refusal refusal, Shown shown) {
        return Response.status(refusal.problem().status())
                .entity(View.of("workbook/desk.jte", shown))
                .build();
    }

    static FormErrors errors(Refusal refusal) {
        Problem problem = refusal.problem();
        if (problem instanceof Problem.NotFound) {
            throw refusal;
        }
        return problem instanceof Problem.Invalid invalid
                ? new FormErrors(invalid.violations())
                : new FormErrors(List.of(new Violation("", problem.message())));
    }

    private static CampaignId campaign(@Nullable String text) {
        return CampaignId.fromString(text == null ? "" : text);
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        String text = sent.getFirst(field);
        return text == null ? "" : text;
    }

    static Response moved(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
