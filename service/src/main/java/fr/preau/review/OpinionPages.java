package fr.preau.review;

import fr.preau.access.HasRole;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.AuditState;
import fr.preau.audit.AuditView;
import fr.preau.audit.Cell;
import fr.preau.audit.Opinion;
import fr.preau.audit.OpinionKind;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of one opinion: the declared answer, and the form beside it. */
@Path("audits/{audit}/revue/{control}")
public final class OpinionPages {
    private final Opinions opinions;

    public OpinionPages(Opinions opinions) {
        this.opinions = opinions;
    }

    /** What the form sends. */
    public static final class Form {
        @FormParam("kind")
        @DefaultValue("")
        String kind = "";

        @FormParam("verdict")
        @DefaultValue("")
        String verdict = "";

        @FormParam("reason")
        @DefaultValue("")
        String reason = "";

        @FormParam("version")
        @DefaultValue("0")
        int version;

        @FormParam("retirer")
        @Nullable
        String takesBack;

        /** Sent by the button that goes on to the next answer of the look. */
        @FormParam("suite")
        @Nullable
        String goesOn;

        @FormParam("voir")
        @Nullable
        String look;

        @FormParam("ordre")
        @Nullable
        String order;

        @FormParam("campagne")
        @Nullable
        String campaign;

        @FormParam("unite")
        @Nullable
        String unit;

        Place place() {
            return Place.of(look, null, QueueChoice.of(order, campaign, unit));
        }
    }

    /**
     * The page.
     *
     * @param place what one was looking at, and where one goes on
     * @param opinion as it stands
     * @param why message key of why the reader gives none, null when they may
     * @param version what the form sends as seen
     */
    public record Shown(
            UnderReview under,
            Place place,
            Cell cell,
            Optional<Opinion> opinion,
            @Nullable String why,
            String kind,
            String verdict,
            String reason,
            int version,
            FormErrors errors) {

        public AuditView view() {
            return under.view();
        }

        public Look look() {
            return under.look(place.look());
        }

        /** The answer that follows in the look; null after the last one. */
        public @Nullable ControlCode next() {
            return under.next(look(), cell.control());
        }

        /** The audit's page from here, where the control is in sight. */
        public String back() {
            String theme = "&theme=" + cell.theme();
            return Place.href(view().audit().id(), look(), place.queue()) + theme + "#m-" + cell.control();
        }

        /** Another answer's page from here. */
        public String href(ControlCode control) {
            return "/audits/" + view().audit().id() + "/revue/" + control + "?voir=" + look().code()
                    + place.queue().tail();
        }

        /** Whether the audit still waits for its decision, and its opinions are the reviewers' own. */
        public boolean open() {
            return view().audit().state() == AuditState.SUBMITTED;
        }

        /** What a contested answer may be instead. */
        public List<Verdict> values() {
            return Arrays.stream(Verdict.values())
                    .filter(verdict -> verdict != cell.verdict() && verdict != Verdict.NE_SAIT_PAS)
                    .toList();
        }
    }

    @GET
    @HasRole(Role.REVIEWER)
    public View show(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @QueryParam("voir") @Nullable String look,
            @BeanParam AskedQueue queue) {
        return View.of("review/opinion.jte", stored(principal, audit, control, Place.of(look, null, queue.choice())));
    }

    @POST
    @HasRole(Role.REVIEWER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response give(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @BeanParam Form form) {
        try {
            if (form.takesBack != null) {
                opinions.takeBack(principal, audit, control, form.version);
            } else {
                opinions.give(principal, audit, control, form.version, opinion(form));
            }
        } catch (Refusal refusal) {
            return refused(stored(principal, audit, control, form.place()), form, refusal.problem());
        }
        return Response.seeOther(URI.create(onward(stored(principal, audit, control, form.place()), form)))
                .build();
    }

    private static String onward(Shown now, Form form) {
        ControlCode next = form.goesOn == null ? null : now.next();
        return next == null ? now.back() : now.href(next);
    }

    private Shown stored(Principal principal, AuditId audit, ControlCode control, Place place) {
        UnderReview under = opinions.open(principal, audit);
        AuditView view = under.view();
        Cell cell = view.cells().stream()
                .filter(one -> one.control().equals(control) && view.sight().answers(one.party()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Optional<Opinion> opinion = view.reviewed().opinion(control);
        return new Shown(
                under,
                place,
                cell,
                opinion,
                why(principal, view, cell),
                opinion.map(one -> one.kind().name()).orElse(""),
                opinion.map(Opinion::verdict).map(Verdict::name).orElse(""),
                opinion.map(Opinion::reason).orElse(""),
                opinions.version(principal, audit, control),
                FormErrors.NONE);
    }

    private @Nullable String why(Principal principal, AuditView view, Cell cell) {
        if (view.audit().state() != AuditState.SUBMITTED) {
            return "review.wrongState." + view.audit().state().name();
        }
        if (!view.mayJudge()) {
            return "review.ownWork";
        }
        if (opinions.own(principal, view.audit().id(), cell.control())) {
            return "review.opinion.own";
        }
        return cell.answered() ? null : "review.opinion.noAnswer";
    }

    private static NewOpinion opinion(Form form) {
        OpinionKind kind = Arrays.stream(OpinionKind.values())
                .filter(one -> one.name().equals(form.kind))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("kind", "review.opinion.kind.none"));
        Verdict verdict = Arrays.stream(Verdict.values())
                .filter(one -> one.name().equals(form.verdict) && kind == OpinionKind.CONTESTED)
                .findFirst()
                .orElse(null);
        return new NewOpinion(kind, verdict, form.reason);
    }

    private static Response refused(Shown stored, Form form, Problem problem) {
        Shown again = new Shown(
                stored.under(),
                stored.place(),
                stored.cell(),
                stored.opinion(),
                stored.why(),
                form.kind,
                form.verdict,
                form.reason,
                stored.version(),
                FormErrors.shown(new Refusal(problem)));
        return Response.status(problem.status())
                .entity(View.of("review/opinion.jte", again))
                .build();
    }
}
