package fr.preau.audit;

import fr.preau.checklist.Control;
import fr.preau.checklist.Level;
import fr.preau.checklist.Party;
import fr.preau.kernel.ControlCode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An audit as one person sees it: what pages, PDF and API show.
 *
 * @param cells all that is asked, the answers that the person doesn't see left out
 * @param slices figures of the whole, of each theme, party and level, in the declared reading
 * @param reviewed opinions, and the figures that count them
 * @param pieceCounts whatever the person sees; ask {@link #pieces}
 * @param maySubmit whether the person may submit or withdraw, by their rights
 * @param mayJudge whether the person is a reviewer here who had no hand in the answers
 */
public record AuditView(
        Audit audit,
        Sight sight,
        List<Cell> cells,
        List<ThemeLine> themes,
        List<FiguresOf> slices,
        List<Reason> reasons,
        Reviewed reviewed,
        List<PieceCount> pieceCounts,
        Map<ControlCode, Control> controls,
        boolean maySubmit,
        boolean mayJudge,
        LocalDate today) {

    public AuditView {
        cells = List.copyOf(cells);
        themes = List.copyOf(themes);
        slices = List.copyOf(slices);
        reasons = List.copyOf(reasons);
        pieceCounts = List.copyOf(pieceCounts);
        controls = Map.copyOf(controls);
    }

    public Control control(ControlCode code) {
        return Objects.requireNonNull(controls.get(code), () -> "not in this checklist: " + code);
    }

    /** How many pieces show an answer, in the version of it that the person sees. */
    public int pieces(Cell cell) {
        boolean submitted = sight.seesSubmitted(audit, cell.party());
        return pieceCounts.stream()
                .filter(count -> count.control().equals(cell.control()) && sight.answers(cell.party()))
                .mapToInt(count -> submitted ? count.rendered() : count.live())
                .findFirst()
                .orElse(0);
    }

    /** Figures of the whole audit. */
    public Figures total() {
        return slices.stream()
                .filter(FiguresOf::whole)
                .map(FiguresOf::figures)
                .findFirst()
                .orElse(Figures.NONE);
    }

    /** Figures of the base level alone. */
    public Figures base() {
        return slices.stream()
                .filter(slice -> slice.level() != null && slice.level() == Level.SOCLE.number())
                .map(FiguresOf::figures)
                .findFirst()
                .orElse(Figures.NONE);
    }

    public Figures theme(String code) {
        return slices.stream()
                .filter(slice -> code.equals(slice.theme()))
                .map(FiguresOf::figures)
                .findFirst()
                .orElse(Figures.NONE);
    }

    public Figures party(Party party) {
        return slices.stream()
                .filter(slice -> party.name().equals(slice.party()))
                .map(FiguresOf::figures)
                .findFirst()
                .orElse(Figures.NONE);
    }

    /** How many answers are missing, by the party that they fall to; parties with none are left out. */
    public Map<Party, Long> missing() {
        Map<Party, Long> missing = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            long left = party(party).unanswered();
            if (left > 0) {
                missing.put(party, left);
            }
        }
        return missing;
    }

    /** How many of the answers that a submission needs are missing. */
    public long missingToSubmit() {
        return audit.neededToSubmit().stream()
                .mapToLong(party -> party(party).unanswered())
                .sum();
    }

    /** The weak answers, what weighs most first: level, then weight; for the report and « par où commencer ». */
    public List<Cell> weak() {
        return cells.stream()
                .filter(Cell::weak)
                .sorted((one, other) -> one.level() != other.level()
                        ? Integer.compare(one.level(), other.level())
                        : Integer.compare(other.weight(), one.weight()))
                .toList();
    }

    /** Whether the person sees an answer of the theme, and so its page. */
    public boolean shows(ThemeLine line) {
        return cells.stream().anyMatch(cell -> cell.theme().equals(line.theme().code()) && sight.answers(cell.party()));
    }

    /** Whether the person sees every answer as it stands, and so the audit's history. */
    public boolean seesAll() {
        return sight.seesAll();
    }

    /** Whether agents may still change answers. */
    public boolean open() {
        return audit.state().open() && audit.running(today);
    }
}
