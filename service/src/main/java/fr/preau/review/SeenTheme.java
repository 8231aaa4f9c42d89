package fr.preau.review;

import fr.preau.audit.Cell;
import fr.preau.checklist.Theme;
import java.util.List;
import java.util.Optional;

/**
 * A theme of a school's sheet, folded unless it is {@code open}: a checklist is too long for one hand to scroll through.
 *
 * @param seen how many of its controls have a value
 */
public record SeenTheme(String title, List<Cell> cells, int seen, boolean open) {
    public SeenTheme {
        cells = List.copyOf(cells);
    }

    static List<SeenTheme> of(SamplePages.Sheet sheet) {
        List<SeenTheme> all = sheet.visit().view().themes().stream()
                .map(line -> of(sheet, line.theme()))
                .filter(theme -> !theme.cells().isEmpty())
                .toList();
        if (all.stream().anyMatch(SeenTheme::open)) {
            return all;
        }
        Optional<SeenTheme> next = all.stream()
                .filter(theme -> theme.seen() < theme.cells().size())
                .findFirst();
        return all.stream()
                .map(theme -> theme.opened(next.filter(theme::equals).isPresent()))
                .toList();
    }

    private static SeenTheme of(SamplePages.Sheet sheet, Theme theme) {
        List<Cell> cells = sheet.visit().view().cells().stream()
                .filter(cell -> cell.theme().equals(theme.code()))
                .toList();
        long seen = cells.stream()
                .filter(cell -> sheet.form().seen().containsKey(cell.control().value()))
                .count();
        boolean faulty = cells.stream()
                .anyMatch(cell -> sheet.errors().of("vu." + cell.control()) != null
                        || sheet.errors().of("note." + cell.control()) != null);
        return new SeenTheme(theme.title(), cells, (int) seen, faulty);
    }

    private SeenTheme opened(boolean open) {
        return new SeenTheme(title, cells, seen, open);
    }
}
