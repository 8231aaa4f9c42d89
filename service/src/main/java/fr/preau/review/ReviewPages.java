package fr.preau.review;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/**
 * One audit before its reviewer: reads it, then sends it back, validates or reopens it. Each decision is confirmed on a
 * page of its own; whatever is refused, the form comes back with what was typed.
 */
@Path("audits/{audit}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class ReviewPages {
    private final Reviews reviews;

    public ReviewPages(Reviews reviews) {
        this.reviews = reviews;
    }

    @GET
    @HasRole(Role.REVIEWER)
    @Path("revue")
    public View judge(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @QueryParam("voir") @Nullable String look,
            @QueryParam("theme") @Nullable String theme,
            @BeanParam AskedQueue queue) {
        JudgeForm form = JudgeForm.at(Place.of(look, theme, queue.choice()));
        return View.of("review/judge.jte", judging(principal, audit, form, FormErrors.NONE));
    }

    /** The same page by another look, with the reasons that were typed and are not sent yet. */
    @POST
    @HasRole(Role.REVIEWER)
    @Path("revue")
    public View look(
            @Auth Principal principal, @PathParam("audit") AuditId audit, MultivaluedMap<String, String> sent) {
        return View.of("review/judge.jte", judging(principal, audit, JudgeForm.of(sent), FormErrors.NONE));
    }

    @POST
    @HasRole(Role.REVIEWER)
    @Path("renvoi")
    public Response sendBack(
            @Auth Principal principal, @PathParam("audit") AuditId audit, MultivaluedMap<String, String> sent) {
        JudgeForm form = JudgeForm.of(sent);
        try {
            if (form.step() == JudgeForm.Step.EDIT) {
                return page("review/judge.jte", judging(principal, audit, form, FormErrors.NONE));
            }
            SendBack back = form.sendBack();
            if (form.step() == JudgeForm.Step.ASK) {
                return page("review/sendBack.jte", judging(principal, audit, form, FormErrors.NONE));
            }
            reviews.sendBack(principal, audit, back);
            return done("renvoye", form);
        } catch (Refusal refusal) {
            return refused(principal, audit, form, refusal);
        }
    }

    @POST
    @HasRole(Role.REVIEWER)
    @Path("validation")
    public Response validate(
            @Auth Principal principal, @PathParam("audit") AuditId audit, MultivaluedMap<String, String> sent) {
        JudgeForm form = JudgeForm.of(sent);
        try {
            if (form.step() == JudgeForm.Step.ASK) {
                return page("review/validate.jte", judging(principal, audit, form, FormErrors.NONE));
            }
            return done(reviews.validate(principal, audit) ? "valide" : "propose", form);
        } catch (Refusal refusal) {
            return refused(principal, audit, form, refusal);
        }
    }

    @POST
    @HasRole(Role.REVIEWER)
    @Path("reouverture")
    public Response reopen(
            @Auth Principal principal, @PathParam("audit") AuditId audit, MultivaluedMap<String, String> sent) {
        JudgeForm form = JudgeForm.of(sent);
        try {
            reviews.reopen(principal, audit, form.reason());
            return done("rouvert", form);
        } catch (Refusal refusal) {
            return refused(principal, audit, form, refusal);
        }
    }

    private Judging judging(Principal principal, AuditId audit, JudgeForm form, FormErrors errors) {
        boolean organiser = principal.has(Role.EDITOR) || principal.has(Role.ADMINISTRATOR);
        return new Judging(reviews.underReview(principal, audit), form, errors, organiser);
    }

    /** The page again with what was typed; an audit that the person no longer sees is not found, as everywhere. */
    private Response refused(Principal principal, AuditId audit, JudgeForm form, Refusal refusal) {
        Problem problem = refusal.problem();
        if (problem instanceof Problem.NotFound) {
            throw refusal;
        }
        List<Violation> violations = problem instanceof Problem.Invalid invalid
                ? invalid.violations()
                : List.of(new Violation("", problem.message()));
        Judging again = judging(principal, audit, form, new FormErrors(violations));
        return Response.status(problem.status())
                .entity(View.of("review/judge.jte", again))
                .build();
    }

    private static Response page(String template, Judging judging) {
        return Response.ok(View.of(template, judging)).build();
    }

    /** Back to the queue, as one reads it. */
    private static Response done(String what, JudgeForm form) {
        String queue = "/revue?fait=" + what + form.place().queue().tail();
        return Response.seeOther(URI.create(queue)).build();
    }
}
