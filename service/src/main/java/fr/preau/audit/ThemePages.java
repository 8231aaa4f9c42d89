package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One theme of an audit: its list, and the confirmation of what the school answered last time. */
@Path("audits/{audit}/themes/{theme}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class ThemePages {
    private final Audits audits;
    private final LastAnswers lastAnswers;

    public ThemePages(Audits audits, LastAnswers lastAnswers) {
        this.audits = audits;
        this.lastAnswers = lastAnswers;
    }

    /**
     * A theme's page.
     *
     * @param confirmed how many answers one has just confirmed, null when one comes from elsewhere
     * @param left how many of those that one wanted to confirm had changed meanwhile
     */
    public record Shown(ThemeView view, @Nullable Integer confirmed, int left, FormErrors errors) {}

    @GET
    @SignedIn
    public View show(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("theme") String theme,
            @QueryParam("confirmees") @Nullable Integer confirmed,
            @QueryParam("laissees") int left) {
        return View.of(
                "audit/theme.jte",
                new Shown(audits.theme(principal, audit, theme), confirmed, Math.max(0, left), FormErrors.NONE));
    }

    @POST
    @SignedIn
    @Path("confirmation")
    public Response confirm(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("theme") String theme,
            @FormParam("vue") List<String> seen) {
        try {
            LastAnswers.Confirmed done = lastAnswers.confirm(principal, audit, theme, Set.copyOf(seen));
            String target = "?confirmees=" + done.answers() + "&laissees=" + done.left();
            return Response.seeOther(URI.create("/audits/" + audit + "/themes/" + theme + target))
                    .build();
        } catch (Refusal refusal) {
            Problem problem = refusal.problem();
            ThemeView view = audits.theme(principal, audit, theme);
            FormErrors errors = new FormErrors(List.of(new Violation("", problem.message())));
            return Response.status(problem.status())
                    .entity(View.of("audit/theme.jte", new Shown(view, null, 0, errors)))
                    .build();
        }
    }
}
