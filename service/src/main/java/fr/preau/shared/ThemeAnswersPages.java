package fr.preau.shared;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Control;
import fr.preau.checklist.Theme;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** A theme answered once for many schools: one form, one preview, one button. */
@Path("reponses-communes/themes/{theme}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class ThemeAnswersPages {
    private final ThemeAnswers answers;
    private final Desks desks;
    private final Labels labels;

    public ThemeAnswersPages(ThemeAnswers answers, Desks desks, Labels labels) {
        this.answers = answers;
        this.desks = desks;
        this.labels = labels;
    }

    /**
     * The form; {@code sets} is that of its first control, which knows what schools may be chosen by.
     *
     * @param controls those that lack an answer somewhere
     * @param written how many answers were written to come here
     */
    public record Shown(Desk desk, Theme theme, List<Control> controls, Asking sets, ThemeForm form, int written) {
        public FormErrors errors() {
            return sets.errors();
        }
    }

    /** A preview; {@code stale} when it is shown anew, after so many answers were written. */
    public record Previewed(
            Desk desk, Theme theme, List<ThemeAnswers.Line> lines, ThemeForm form, boolean stale, int written) {
        /** How many answers would be written. */
        public int plain() {
            return lines.stream().mapToInt(ThemeAnswers.Line::plain).sum();
        }
    }

    @GET
    @HasRole(Role.AGENT)
    public View form(@Auth Principal principal, @PathParam("theme") String code, @BeanParam FormAddress asked) {
        Desk desk = desks.desk(principal, asked.campaign, asked.owner).orElseThrow(Refusal::notFound);
        Theme theme = desk.checklist().theme(code);
        ThemeForm form =
                ThemeForm.blank(desk, SchoolSet.parse(asked.set, List.of()).code());
        return View.of(
                "shared/theme.jte", shown(principal, desk, theme, form, FormErrors.NONE, Math.max(0, asked.answers)));
    }

    @POST
    @HasRole(Role.AGENT)
    public Response preview(
            @Auth Principal principal, @PathParam("theme") String code, MultivaluedMap<String, String> sent) {
        ThemeForm form = ThemeForm.of(sent);
        Desk desk = desk(principal, form);
        Theme theme = desk.checklist().theme(code);
        if (sent.containsKey("edit")) {
            return again(principal, desk, theme, form, FormErrors.NONE, 200);
        }
        try {
            List<ThemeAnswers.Line> lines = answers.preview(principal, form.proposals(desk.controls(theme)));
            return Response.ok(View.of("shared/themed.jte", new Previewed(desk, theme, lines, form, false, 0)))
                    .build();
        } catch (Refusal refusal) {
            return again(
                    principal,
                    desk,
                    theme,
                    form,
                    FormErrors.shown(refusal),
                    refusal.problem().status());
        }
    }

    @POST
    @HasRole(Role.AGENT)
    @Path("application")
    public Response apply(
            @Auth Principal principal, @PathParam("theme") String code, MultivaluedMap<String, String> sent) {
        ThemeForm form = ThemeForm.of(sent);
        Desk desk = desk(principal, form);
        Theme theme = desk.checklist().theme(code);
        try {
            ThemeAnswers.Done done = answers.apply(
                    principal, form.proposals(desk.controls(theme)), proposal -> form.seen(proposal.control()));
            if (!done.left().isEmpty()) {
                Previewed fresh = new Previewed(desk, theme, done.left(), form, true, done.answers());
                return Response.status(409)
                        .entity(View.of("shared/themed.jte", fresh))
                        .build();
            }
            // Read anew: what was just written is no longer left.
            return Response.seeOther(URI.create(onward(desk(principal, form), theme, form, done.answers())))
                    .build();
        } catch (Refusal refusal) {
            return again(
                    principal,
                    desk,
                    theme,
                    form,
                    FormErrors.shown(refusal),
                    refusal.problem().status());
        }
    }

    /** The next theme of which something is left, with the same set; the desk when there is none. */
    private static String onward(Desk desk, Theme theme, ThemeForm form, int written) {
        String told = desk.query() + "&reponses=" + written;
        return desk.next(theme)
                .map(next -> "/reponses-communes/themes/" + next.code() + told + "&groupe=" + form.set())
                .orElse("/reponses-communes" + told);
    }

    private Desk desk(Principal principal, ThemeForm form) {
        return desks.desk(principal, form.campaignId(), form.ownerId()).orElseThrow(Refusal::notFound);
    }

    private Response again(Principal principal, Desk desk, Theme theme, ThemeForm form, FormErrors errors, int status) {
        return Response.status(status)
                .entity(View.of("shared/theme.jte", shown(principal, desk, theme, form, errors, 0)))
                .build();
    }

    private Shown shown(Principal principal, Desk desk, Theme theme, ThemeForm form, FormErrors errors, int written) {
        Control first = desk.controls(theme).stream().findFirst().orElseThrow(Refusal::notFound);
        Asking sets = new Asking(
                desk,
                first,
                desks.sets(principal, desk, first.code()),
                List.of(),
                labels.list(principal, desk.owner().id()),
                SharedForm.blank(desk, form.set()),
                errors,
                null);
        return new Shown(desk, theme, desk.open(theme), sets, form, written);
    }
}
