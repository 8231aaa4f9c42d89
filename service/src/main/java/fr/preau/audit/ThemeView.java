package fr.preau.audit;

import fr.preau.checklist.Theme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The controls of one theme of an audit, as one person sees them.
 *
 * @param last what the school answered last time, where nothing is answered yet and the person may answer
 * @param fillable whether the person may answer one of them now
 */
public record ThemeView(
        AuditView view,
        Theme theme,
        List<Cell> cells,
        List<Provenance> provenances,
        List<LastAnswer> last,
        boolean fillable) {
    public ThemeView {
        cells = List.copyOf(cells);
        provenances = List.copyOf(provenances);
        last = List.copyOf(last);
    }

    /** The shared answer that an answer seen as it stands follows or departs from. */
    public Optional<Provenance> provenance(Cell cell) {
        return provenances.stream()
                .filter(from -> from.control().equals(cell.control()))
                .filter(from -> cell.answered() && view.sight().current(cell.party()))
                .findFirst();
    }

    /** What last time's answer proposes to a cell that has none. */
    public Optional<LastAnswer> last(Cell cell) {
        return last.stream().filter(one -> one.control().equals(cell.control())).findFirst();
    }

    /** The campaigns that the proposals come from, as one reads them. */
    public String lastFrom() {
        return last.stream().map(LastAnswer::ofName).distinct().collect(Collectors.joining(", "));
    }

    public Figures figures() {
        return view.theme(theme.code());
    }
}
