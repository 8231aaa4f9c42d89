package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.SignedIn;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import fr.preau.web.View;
import io.dropwizard.auth.Auth;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One theme of one school as a form, all answers saved by one button: the grid's row where no script runs. */
@Path("audits/{audit}/themes/{theme}/saisie")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class SheetPages {
    private final Audits audits;
    private final ManyAnswers answers;

    public SheetPages(Audits audits, ManyAnswers answers) {
        this.audits = audits;
        this.answers = answers;
    }

    /**
     * The form of a theme.
     *
     * @param saved how many answers one has just saved, null when one comes from elsewhere
     */
    public record Shown(
            ThemeView view, List<SheetLine> lines, @Nullable Integer saved) {
        public Shown {
            lines = List.copyOf(lines);
        }

        /** What was not saved, in the order of the theme. */
        public List<SheetLine> refused() {
            return lines.stream().filter(line -> line.error() != null).toList();
        }

        public boolean writable() {
            return lines.stream().anyMatch(SheetLine::writable);
        }
    }

    @GET
    @SignedIn
    public View show(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("theme") String theme,
            @QueryParam("enregistrees") @Nullable Integer saved) {
        ThemeView view = audits.theme(principal, audit, theme);
        return View.of("audit/sheet.jte", new Shown(view, lines(principal, view), saved));
    }

    @POST
    @SignedIn
    public Response save(
            @Auth Principal principal,
            @PathParam("audit") AuditId audit,
            @PathParam("theme") String theme,
            MultivaluedMap<String, String> form) {
        List<SheetLine> typed = lines(principal, audits.theme(principal, audit, theme)).stream()
                .map(line -> line.typed(form))
                .toList();
        Map<ControlCode, Message> wrong = new HashMap<>();
        List<CellSave> saves = new ArrayList<>();
        typed.stream().filter(SheetLine::touched).forEach(line -> {
            if (line.verdict() == null) {
                wrong.put(line.cell().control(), Message.of("audit.verdict.none"));
            } else {
                saves.add(line.save(audit));
            }
        });
        List<CellOutcome> outcomes = answers.save(principal, saves);
        long saved = outcomes.stream()
                .filter(one -> one.kind() == CellOutcome.Kind.SAVED)
                .count();
        if (wrong.isEmpty() && saved == outcomes.size()) {
            return Response.seeOther(
                            URI.create("/audits/" + audit + "/themes/" + theme + "/saisie?enregistrees=" + saved))
                    .build();
        }
        return refused(principal, audits.theme(principal, audit, theme), typed, outcomes, wrong);
    }

    /** What was saved as it stands, what was refused as it was typed, with what to do. */
    private static Response refused(
            Principal principal,
            ThemeView view,
            List<SheetLine> typed,
            List<CellOutcome> outcomes,
            Map<ControlCode, Message> wrong) {
        Map<ControlCode, SheetLine> sent =
                typed.stream().collect(Collectors.toMap(line -> line.cell().control(), Function.identity()));
        Map<ControlCode, CellOutcome> ended =
                outcomes.stream().collect(Collectors.toMap(CellOutcome::control, Function.identity()));
        List<SheetLine> lines = new ArrayList<>();
        for (SheetLine fresh : lines(principal, view)) {
            ControlCode control = fresh.cell().control();
            SheetLine mine = sent.get(control);
            CellOutcome outcome = ended.get(control);
            Message error =
                    wrong.get(control) != null ? wrong.get(control) : outcome == null ? null : outcome.message();
            lines.add(mine == null || error == null ? fresh : fresh.refused(mine, error, outcome));
        }
        return Response.status(422)
                .entity(View.of("audit/sheet.jte", new Shown(view, lines, null)))
                .build();
    }

    private static List<SheetLine> lines(Principal principal, ThemeView view) {
        AuditView audit = view.view();
        return view.cells().stream()
                .map(cell -> SheetLine.of(
                        cell,
                        audit.open() && Answering.mayAnswer(principal, audit.audit(), cell.party(), audit.today())))
                .toList();
    }

    /** A verdict by its name; null for none. */
    static @Nullable Verdict verdictOf(@Nullable String text) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(text)) {
                return verdict;
            }
        }
        if (text != null && !text.isEmpty()) {
            throw Refusal.notFound();
        }
        return null;
    }
}
