package fr.preau.audit;

import fr.preau.checklist.Theme;
import java.util.List;
import java.util.Optional;

/** The controls of one theme of an audit, as one person sees them. */
public record ThemeView(AuditView view, Theme theme, List<Cell> cells, List<Provenance> provenances) {
    public ThemeView {
        cells = List.copyOf(cells);
        provenances = List.copyOf(provenances);
    }

    /** The shared answer that an answer seen as it stands follows or departs from. */
    public Optional<Provenance> provenance(Cell cell) {
        return provenances.stream()
                .filter(from -> from.control().equals(cell.control()))
                .filter(from -> cell.answered() && view.sight().current(cell.party()))
                .findFirst();
    }

    public Figures figures() {
        return view.theme(theme.code());
    }
}
