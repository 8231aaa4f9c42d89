package fr.preau.audit;

import fr.preau.checklist.Theme;
import java.util.List;

/** The controls of one theme of an audit, as one person sees them. */
public record ThemeView(AuditView view, Theme theme, List<Cell> cells) {
    public ThemeView {
        cells = List.copyOf(cells);
    }

    public Figures figures() {
        return view.theme(theme.code());
    }
}
