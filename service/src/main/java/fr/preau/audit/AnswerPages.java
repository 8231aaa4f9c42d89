package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.checklist.CitedCodes;
import fr.preau.checklist.Control;
import fr.preau.checklist.Reference;
import fr.preau.checklist.ReferenceSource;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Violation;
import fr.preau.web.FormErrors;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page of one control: reads it, and saves its answer as one goes (htmx) or by its button. A refused save shows the
 * form again with what was typed.
 */
@Path("audits/{audit}/mesures/{control}")
public final class AnswerPages {
    private final Audits audits;
    private final Answers answers;
    private final CitedCodes codes;

    public AnswerPages(Audits audits, Answers answers, CitedCodes codes) {
        this.audits = audits;
        this.answers = answers;
        this.codes = codes;
    }

    /** What the form sends; {@code then} is {@code next} for the button that goes on to the next control. */
    public static final class Form {
        @FormParam("verdict")
        @DefaultValue("")
        String verdict = "";

        @FormParam("comment")
        @DefaultValue("")
        String comment = "";

        @FormParam("version")
        @DefaultValue("0")
        int version;

        @FormParam("then")
        @DefaultValue("")
        String then = "";
    }

    /**
     * The control's page.
     *
     * @param verdict what the form holds, which may not be saved
     * @param version what the form sends as seen
     * @param stored what somebody else has saved since, when the save was stale
     * @param saved whether the page opens on an answer that its button has just saved
     * @param copied whether the form holds what the school on the same site has declared
     */
    public record Shown(
            ControlView view,
            List<Reference> references,
            @Nullable String verdict,
            String comment,
            int version,
            FormErrors errors,
            Optional<SavedAnswer> stored,
            boolean saved,
            boolean copied) {

        /** The same page with another school's values in its form, to be saved or not. */
        Shown copying(Neighbour other) {
            String said = other.comment() == null ? "" : other.comment();
            return new Shown(view, references, other.verdict().name(), said, version, errors, stored, false, true);
        }

        /** The cited codes, each with its meaning. */
        public List<Reference> coded() {
            return references.stream()
                    .filter(reference -> reference.source() != ReferenceSource.AUTRES)
                    .toList();
        }

        /** The texts that are cited by their title. */
        public List<Reference> titles() {
            return references.stream()
                    .filter(reference -> reference.source() == ReferenceSource.AUTRES)
                    .toList();
        }

        /** Whether the advice is shown: after a weak answer. */
        public boolean advised() {
            return view.cell().weak();
        }
    }

    @GET
    @SignedIn
    public View show(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @QueryParam("fait") @Nullable String done,
            @QueryParam("copie") @Nullable String from) {
        ControlView view = audits.control(principal, audit, control);
        Shown shown = stored(view, done != null);
        return View.of(
                "audit/control.jte",
                view.neighbours().stream()
                        .filter(other -> view.editable() && other.uai().value().equals(from))
                        .findFirst()
                        .map(shown::copying)
                        .orElse(shown));
    }

    @POST
    @SignedIn
    public Response save(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("control") ControlCode control,
            @HeaderParam("HX-Request") @Nullable String fragment,
            @BeanParam Form form) {
        try {
            NewAnswer answer = new NewAnswer(verdictOf(form.verdict), form.comment);
            answers.save(principal, audit, control, form.version, answer);
        } catch (Refusal refusal) {
            return refused(audits.control(principal, audit, control), form, refusal.problem());
        }
        ControlView view = audits.control(principal, audit, control);
        if (fragment != null) {
            return Response.ok(View.of("audit/control.jte", stored(view, false)))
                    .build();
        }
        Optional<Control> next = form.then.equals("next") ? view.next() : Optional.empty();
        String target =
                "/audits/" + audit + "/mesures/" + next.map(Control::code).orElse(control);
        return Response.seeOther(URI.create(next.isPresent() ? target : target + "?fait=1"))
                .build();
    }

    private Shown stored(ControlView view, boolean saved) {
        Cell cell = view.cell();
        return new Shown(
                view,
                codes.index().of(view.control()),
                cell.verdict() == null ? null : cell.verdict().name(),
                cell.comment() == null ? "" : cell.comment(),
                cell.version(),
                FormErrors.NONE,
                Optional.empty(),
                saved,
                false);
    }

    /** The form as it was sent, with what to correct; another's answer beside one's own when the save was stale. */
    private Response refused(ControlView view, Form form, Problem problem) {
        boolean stale = problem instanceof Problem.Stale;
        List<Violation> violations = problem instanceof Problem.Invalid invalid
                ? invalid.violations()
                : List.of(new Violation(stale ? "verdict" : "", problem.message()));
        Optional<SavedAnswer> stored =
                problem instanceof Problem.Stale found && found.current() instanceof SavedAnswer is
                        ? Optional.of(is)
                        : Optional.empty();
        Shown shown = new Shown(
                view,
                codes.index().of(view.control()),
                Arrays.stream(Verdict.values()).anyMatch(one -> one.name().equals(form.verdict)) ? form.verdict : null,
                form.comment,
                stored.map(SavedAnswer::version).orElse(form.version),
                new FormErrors(violations),
                stored,
                false,
                false);
        return Response.status(problem.status())
                .entity(View.of("audit/control.jte", shown))
                .build();
    }

    private static Verdict verdictOf(String text) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        new Problem.Invalid(List.of(new Violation("verdict", Message.of("audit.verdict.none"))))));
    }
}
