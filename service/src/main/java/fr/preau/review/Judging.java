package fr.preau.review;

import fr.preau.audit.AuditState;
import fr.preau.audit.AuditView;
import fr.preau.audit.Cell;
import fr.preau.audit.Opinion;
import fr.preau.audit.Reason;
import fr.preau.audit.ThemeLine;
import fr.preau.checklist.Level;
import fr.preau.kernel.ControlCode;
import fr.preau.web.FormErrors;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One audit before its reviewer, with what they have typed so far: the page to judge and both confirmations show it.
 *
 * <p>Typed text stays text until it is confirmed, so that a refused form comes back exactly as it was sent.
 *
 * @param reasons what the last sending back asked to look at again
 * @param proposed the validation that waits for a second reviewer
 * @param organiser whether the person runs campaigns somewhere, and so may ask to remove an audit
 */
public record Judging(
        AuditView view,
        List<Reason> reasons,
        Optional<Proposed> proposed,
        JudgeForm form,
        FormErrors errors,
        boolean organiser) {
    /** Most weak answers that the page lists on top; all of them stand below, in their theme. */
    public static final int FIRST = 8;

    public Judging {
        reasons = List.copyOf(reasons);
    }

    /** Whether the reviewer can decide now. */
    public boolean decides() {
        return view.mayJudge() && view.audit().state() == AuditState.SUBMITTED;
    }

    /** Whether the reviewer can reopen what is validated. */
    public boolean reopens() {
        return view.mayJudge() && view.audit().state() == AuditState.VALIDATED;
    }

    /** Whether the reviewer can say what they think of an answer. */
    public boolean opines(Cell cell) {
        return decides() && cell.answered();
    }

    public Optional<Opinion> opinion(ControlCode control) {
        return view.reviewed().opinion(control);
    }

    /** The controls of a theme whose answers are seen. */
    public List<Cell> cells(ThemeLine line) {
        return view.cells().stream()
                .filter(cell ->
                        cell.theme().equals(line.theme().code()) && view.sight().answers(cell.party()))
                .toList();
    }

    /** Weak answers at the base level: what to read first, the heaviest first. */
    public List<Cell> weakBase() {
        return view.weak().stream()
                .filter(cell -> cell.level() == Level.SOCLE.number())
                .sorted(Comparator.comparing(Cell::weight).reversed())
                .toList();
    }

    public String typed(ControlCode control) {
        return form.reasons().getOrDefault(control.value(), "");
    }

    /** Why the last sending back asked to look at the control again, to see what came of it. */
    public Optional<Reason> reason(ControlCode control) {
        return reasons.stream()
                .filter(reason -> reason.control().equals(control))
                .findFirst();
    }

    /** Whether the reason's field is to be shown open: something was typed, or is to be corrected. */
    public boolean open(ControlCode control) {
        return !typed(control).isBlank() || errors.of("reason." + control) != null;
    }

    /** What was typed, by control, in the checklist's order; blank fields left out. */
    public List<Map.Entry<Cell, String>> written() {
        return view.cells().stream()
                .filter(cell -> !typed(cell.control()).isBlank())
                .map(cell -> Map.entry(cell, typed(cell.control())))
                .toList();
    }

    public String home() {
        return "/audits/" + view.audit().id();
    }
}
