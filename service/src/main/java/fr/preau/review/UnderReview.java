package fr.preau.review;

import fr.preau.audit.AuditView;
import fr.preau.audit.Cell;
import fr.preau.audit.OpinionKind;
import fr.preau.audit.Reason;
import fr.preau.checklist.Level;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An audit with what its reviewer holds it against.
 *
 * @param reasons what the last sending back asked to look at again
 * @param proposed the validation that waits for a second reviewer
 * @param former answers of the last campaign before
 */
public record UnderReview(AuditView view, List<Reason> reasons, Optional<Proposed> proposed, List<Former> former) {
    public UnderReview {
        reasons = List.copyOf(reasons);
        former = List.copyOf(former);
    }

    /** What there is to look at: in the checklist's order, but weak answers by their weight. */
    public List<Cell> of(Look look) {
        return switch (look) {
            case AGAIN ->
                seen().stream()
                        .filter(cell -> reason(cell.control()).isPresent())
                        .toList();
            case WEAK ->
                seen().stream()
                        .filter(cell -> cell.weak() && cell.level() == Level.SOCLE.number())
                        .sorted(Comparator.comparing(Cell::weight).reversed())
                        .toList();
            case DOUBTED -> seen().stream().filter(this::doubted).toList();
            case CHANGED -> seen().stream().filter(this::changed).toList();
            case ALL -> seen();
        };
    }

    /** What one asked to look at, else the first that there is something of. */
    public Look look(@Nullable Look asked) {
        if (asked != null) {
            return asked;
        }
        return Look.all().stream()
                .filter(look -> look != Look.ALL && !of(look).isEmpty())
                .findFirst()
                .orElse(Look.WEAK);
    }

    /** The answered control that follows in a look; null after the last one. */
    public @Nullable ControlCode next(Look look, ControlCode control) {
        List<ControlCode> rest =
                of(look).stream().filter(Cell::answered).map(Cell::control).toList();
        int place = rest.indexOf(control);
        return place < 0 || place + 1 == rest.size() ? null : rest.get(place + 1);
    }

    /** What the school answered last time, when it answers otherwise now. */
    public @Nullable Verdict before(Cell cell) {
        return former.stream()
                .filter(one -> one.control().equals(cell.control()))
                .map(Former::verdict)
                .filter(verdict -> verdict != cell.verdict())
                .findFirst()
                .orElse(null);
    }

    /** Why the last sending back asked to look at the control again, to see what came of it. */
    public Optional<Reason> reason(ControlCode control) {
        return reasons.stream()
                .filter(reason -> reason.control().equals(control))
                .findFirst();
    }

    /** The controls whose answers the reviewer sees. */
    private List<Cell> seen() {
        return view.cells().stream()
                .filter(cell -> view.sight().answers(cell.party()))
                .toList();
    }

    private boolean doubted(Cell cell) {
        return view.reviewed()
                .opinion(cell.control())
                .filter(opinion -> opinion.kind() != OpinionKind.ACCEPTED)
                .isPresent();
    }

    private boolean changed(Cell cell) {
        return cell.answered() && before(cell) != null;
    }
}
