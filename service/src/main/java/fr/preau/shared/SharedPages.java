package fr.preau.shared;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Control;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Page;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers given once for many schools: where one stands, the form of a control, its preview, what was given. */
@Path("reponses-communes")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class SharedPages {
    private static final List<String> DONE = List.of("appliquee", "annulee");

    private final SharedAnswers answers;
    private final Desks desks;
    private final Labels labels;

    public SharedPages(SharedAnswers answers, Desks desks, Labels labels) {
        this.answers = answers;
        this.desks = desks;
        this.labels = labels;
    }

    /** A preview as it is shown; {@code stale} when something has changed since the one that was applied. */
    public record Previewed(
            Control control,
            Proposal proposal,
            Preview preview,
            Page<Candidate> schools,
            SharedForm form,
            boolean stale) {}

    /** A part of a shared answer's schools; {@code only} is where they stand, empty for all. */
    public record Members(Control control, Standing standing, Optional<Stand> only, Page<Candidate> schools) {}

    /** A part of the schools for which one answers a control, of how many in all. */
    public record Own(Desk desk, Control control, int count, Page<Candidate> schools) {}

    /** One shared answer; {@code done} is the code of what one has just done there, on how many answers. */
    public record Shown(
            Control control, Standing standing, @Nullable String done, int answers, FormErrors errors) {}

    @GET
    @HasRole(Role.AGENT)
    public View desk(
            @Auth Principal principal,
            @QueryParam("campagne") @Nullable CampaignId campaign,
            @QueryParam("unite") @Nullable UnitId owner) {
        Optional<Desk> desk = desks.desk(principal, campaign, owner);
        return desk.isPresent() ? View.of("shared/desk.jte", desk.get()) : View.of("shared/none.jte", "");
    }

    @GET
    @HasRole(Role.AGENT)
    @Path("mesures/{control}")
    public View form(
            @Auth Principal principal, @PathParam("control") ControlCode control, @BeanParam FormAddress asked) {
        Desk desk = desks.desk(principal, asked.campaign, asked.owner).orElseThrow(Refusal::notFound);
        SharedForm form = SharedForm.blank(desk, asked.set);
        if (asked.from != null) {
            SharedAnswer shared = answers.standing(principal, asked.from).shared();
            String verdict = shared.verdict() == null ? "" : shared.verdict().name();
            form = SharedForm.of(desk, shared.set(), verdict, shared.comment() == null ? "" : shared.comment());
        }
        return View.of("shared/form.jte", asking(principal, desk, control, form, FormErrors.NONE, asked.done()));
    }

    @POST
    @HasRole(Role.AGENT)
    @Path("mesures/{control}")
    public Response preview(
            @Auth Principal principal, @PathParam("control") ControlCode control, MultivaluedMap<String, String> sent) {
        SharedForm form = SharedForm.of(sent);
        if (sent.containsKey("edit")) {
            return again(principal, control, form, FormErrors.NONE, 200);
        }
        try {
            Preview preview = answers.preview(principal, form.proposal(control));
            return previewed(principal, control, preview, form, false);
        } catch (Refusal refusal) {
            return refused(principal, control, form, refusal);
        }
    }

    /** The schools for which one answers the control, a page at a time: those that its form counts. */
    @GET
    @HasRole(Role.AGENT)
    @Path("mesures/{control}/etablissements")
    public View own(
            @Auth Principal principal,
            @PathParam("control") ControlCode control,
            @BeanParam FormAddress asked,
            @QueryParam("apres") @Nullable AuditId after) {
        Desk desk = desks.desk(principal, asked.campaign, asked.owner).orElseThrow(Refusal::notFound);
        int count = desk.progress(control).orElseThrow(Refusal::notFound).asked();
        Page<Candidate> schools = desks.schools(principal, desk, control, after);
        return View.of("shared/own.jte", new Own(desk, desk.checklist().control(control), count, schools));
    }

    /** The schools of a preview, a page at a time: the form goes along, so that one comes back to the preview from each. */
    @POST
    @HasRole(Role.AGENT)
    @Path("mesures/{control}/etablissements")
    public View previewedSchools(
            @Auth Principal principal, @PathParam("control") ControlCode control, MultivaluedMap<String, String> sent) {
        SharedForm form = SharedForm.of(sent);
        Proposal proposal = form.proposal(control);
        String after = sent.getOrDefault("after", List.of("")).get(0);
        Page<Candidate> schools =
                answers.schools(principal, proposal, after.isEmpty() ? null : AuditId.fromString(after));
        Control asked = desks.checklist(principal, form.campaignId()).control(control);
        return View.of(
                "shared/previewed.jte",
                new Previewed(asked, proposal, answers.preview(principal, proposal), schools, form, false));
    }

    @POST
    @HasRole(Role.AGENT)
    @Path("mesures/{control}/application")
    public Response apply(
            @Auth Principal principal, @PathParam("control") ControlCode control, MultivaluedMap<String, String> sent) {
        SharedForm form = SharedForm.of(sent);
        try {
            SharedAnswers.Done done = answers.apply(principal, form.proposal(control), form.ticked(), form.seen());
            return moved(sent.containsKey("then") ? onward(principal, control, form, done) : home(done));
        } catch (Refusal refusal) {
            if (refusal.problem() instanceof Problem.Stale stale && stale.current() instanceof Preview fresh) {
                return previewed(principal, control, fresh, form, true);
            }
            return refused(principal, control, form, refusal);
        }
    }

    @GET
    @HasRole(Role.AGENT)
    @Path("{shared}")
    public View show(
            @Auth Principal principal,
            @PathParam("shared") SharedAnswerId id,
            @QueryParam("fait") @Nullable String done,
            @QueryParam("reponses") int written) {
        String known = done != null && DONE.contains(done) ? done : null;
        return View.of("shared/show.jte", shown(principal, id, known, written, FormErrors.NONE));
    }

    /** The schools of a shared answer's set, a page at a time. */
    @GET
    @HasRole(Role.AGENT)
    @Path("{shared}/etablissements")
    public View schools(
            @Auth Principal principal,
            @PathParam("shared") SharedAnswerId id,
            @QueryParam("ou") @Nullable String where,
            @QueryParam("apres") @Nullable AuditId after) {
        Optional<Stand> only = Arrays.stream(Stand.values())
                .filter(one -> one.name().equals(where))
                .findFirst();
        Standing standing = answers.standing(principal, id);
        Page<Candidate> schools = answers.schools(principal, id, only.orElse(null), after);
        Control control = control(principal, standing.shared());
        return View.of("shared/members.jte", new Members(control, standing, only, schools));
    }

    @POST
    @HasRole(Role.AGENT)
    @Path("{shared}/annulation")
    public Response undo(@Auth Principal principal, @PathParam("shared") SharedAnswerId id) {
        try {
            SharedAnswers.Done done = answers.undo(principal, id);
            return moved("/reponses-communes/" + id + "?fait=annulee&reponses=" + done.answers());
        } catch (Refusal refusal) {
            FormErrors errors = errors(refusal);
            return Response.status(refusal.problem().status())
                    .entity(View.of("shared/show.jte", shown(principal, id, null, 0, errors)))
                    .build();
        }
    }

    /** One school goes back to the shared answer; its page then shows it. */
    @POST
    @HasRole(Role.AGENT)
    @Path("{shared}/retour/{audit}")
    public Response rejoin(
            @Auth Principal principal, @PathParam("shared") SharedAnswerId id, @PathParam("audit") AuditId audit) {
        answers.rejoin(principal, id, audit);
        ControlCode control = answers.standing(principal, id).shared().control();
        return moved("/audits/" + audit + "/mesures/" + control + "?fait=1");
    }

    private Shown shown(Principal principal, SharedAnswerId id, @Nullable String done, int written, FormErrors errors) {
        Standing standing = answers.standing(principal, id);
        return new Shown(control(principal, standing.shared()), standing, done, written, errors);
    }

    private Control control(Principal principal, SharedAnswer shared) {
        return desks.checklist(principal, shared.campaign()).control(shared.control());
    }

    /** Where one goes after an application: the next control that lacks an answer, with the same set; else what was given. */
    private String onward(Principal principal, ControlCode control, SharedForm form, SharedAnswers.Done done) {
        Desk desk = desks.desk(principal, form.campaignId(), form.ownerId()).orElseThrow(Refusal::notFound);
        return desk.next(control)
                .map(next -> desk.href(next.code()) + FormAddress.after(form, done))
                .orElse(home(done));
    }

    private static String home(SharedAnswers.Done done) {
        return "/reponses-communes/" + done.id() + "?fait=appliquee&reponses=" + done.answers();
    }

    private Asking asking(
            Principal principal,
            Desk desk,
            ControlCode code,
            SharedForm form,
            FormErrors errors,
            SharedAnswers.@Nullable Done done) {
        if (desk.progress(code).isEmpty()) {
            throw Refusal.notFound();
        }
        Control control = desk.checklist().control(code);
        List<Candidate> schools = desks.schools(principal, desk, code, Asking.TICKED + 1);
        return new Asking(
                desk,
                control,
                desks.sets(principal, desk, code),
                schools.size() > Asking.TICKED ? List.of() : schools,
                labels.list(principal, desk.owner().id()),
                form,
                errors,
                done);
    }

    private Response again(Principal principal, ControlCode control, SharedForm form, FormErrors errors, int status) {
        Desk desk = desks.desk(principal, form.campaignId(), form.ownerId()).orElseThrow(Refusal::notFound);
        return Response.status(status)
                .entity(View.of("shared/form.jte", asking(principal, desk, control, form, errors, null)))
                .build();
    }

    private Response refused(Principal principal, ControlCode control, SharedForm form, Refusal refusal) {
        if (refusal.problem() instanceof Problem.NotFound) {
            throw refusal;
        }
        return again(
                principal, control, form, errors(refusal), refusal.problem().status());
    }

    private Response previewed(Principal principal, ControlCode code, Preview preview, SharedForm form, boolean stale) {
        Control control = desks.checklist(principal, form.campaignId()).control(code);
        Proposal proposal = form.proposal(code);
        Page<Candidate> schools = answers.schools(principal, proposal, null);
        return Response.status(stale ? 409 : 200)
                .entity(View.of("shared/preview.jte", new Previewed(control, proposal, preview, schools, form, stale)))
                .build();
    }

    private static FormErrors errors(Refusal refusal) {
        Problem problem = refusal.problem();
        if (problem instanceof Problem.NotFound) {
            throw refusal;
        }
        return problem instanceof Problem.Invalid invalid
                ? new FormErrors(invalid.violations())
                : new FormErrors(List.of(new Violation("", problem.message())));
    }

    private static Response moved(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
