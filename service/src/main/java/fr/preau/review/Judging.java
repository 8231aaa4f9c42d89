package fr.preau.review;

import fr.preau.audit.AuditState;
import fr.preau.audit.AuditView;
import fr.preau.audit.Cell;
import fr.preau.audit.Opinion;
import fr.preau.audit.ThemeLine;
import fr.preau.kernel.ControlCode;
import fr.preau.web.FormErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One audit before its reviewer, with what they have typed so far: the page to judge and both confirmations show it.
 *
 * <p>Typed text stays text until it is confirmed, so that a refused form comes back exactly as it was sent.
 *
 * @param under the audit with what it is held against
 * @param organiser whether the person runs campaigns somewhere, and so may ask to remove an audit
 */
public record Judging(UnderReview under, JudgeForm form, FormErrors errors, boolean organiser) {
    public AuditView view() {
        return under.view();
    }

    public Optional<Proposed> proposed() {
        return under.proposed();
    }

    public Look look() {
        return under.look(form.place().look());
    }

    /** What is looked at first, whole, above the themes; nothing when everything is unfolded. */
    public List<Cell> first() {
        return look() == Look.ALL ? List.of() : under.of(look());
    }

    /** The rest by theme, those without any left out. */
    public List<Folded> themes() {
        List<Cell> first = first();
        return view().themes().stream()
                .map(line -> folded(line, first))
                .filter(theme -> !theme.cells().isEmpty())
                .toList();
    }

    private Folded folded(ThemeLine line, List<Cell> first) {
        String code = line.theme().code();
        List<Cell> cells = under.of(Look.ALL).stream()
                .filter(cell -> cell.theme().equals(code) && !first.contains(cell))
                .toList();
        boolean open = look() == Look.ALL
                || code.equals(form.place().theme())
                || cells.stream().anyMatch(cell -> open(cell.control()));
        return new Folded(line, cells, open);
    }

    /** Whether the reviewer can decide now. */
    public boolean decides() {
        return view().mayJudge() && view().audit().state() == AuditState.SUBMITTED;
    }

    /** Whether the reviewer can reopen what is validated. */
    public boolean reopens() {
        return view().mayJudge() && view().audit().state() == AuditState.VALIDATED;
    }

    /** Whether the reviewer can say what they think of an answer. */
    public boolean opines(Cell cell) {
        return decides() && cell.answered();
    }

    public Optional<Opinion> opinion(ControlCode control) {
        return view().reviewed().opinion(control);
    }

    public String typed(ControlCode control) {
        return form.reasons().getOrDefault(control.value(), "");
    }

    /** Whether the reason's field is to be shown open: something was typed, or is to be corrected. */
    public boolean open(ControlCode control) {
        return !typed(control).isBlank() || errors.of("reason." + control) != null;
    }

    /** What was typed, by control, in the checklist's order; blank fields left out. */
    public List<Map.Entry<Cell, String>> written() {
        return view().cells().stream()
                .filter(cell -> !typed(cell.control()).isBlank())
                .map(cell -> Map.entry(cell, typed(cell.control())))
                .toList();
    }

    public String home() {
        return "/audits/" + view().audit().id();
    }

    /** This page with another look. */
    public String href(Look look) {
        return Place.href(view().audit().id(), look, form.place().queue());
    }

    /** Where one says what one thinks of an answer, and comes back from to here. */
    public String opinionHref(Cell cell) {
        return home() + "/revue/" + cell.control() + "?voir=" + look().code()
                + form.place().queue().tail();
    }

    /** The queue, as one reads it. */
    public String queueHref() {
        return form.place().queue().href("/revue");
    }
}
