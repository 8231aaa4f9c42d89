package fr.preau.review;

import fr.preau.audit.Cell;
import fr.preau.checklist.Theme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A theme of a school's sheet: one tick takes it as it is declared, and its controls stand below, folded unless it is
 * {@code open}: a checklist is too long for one hand to scroll through.
 *
 * @param seen how many of its controls have a value
 * @param ticked whether the others are as they are declared
 */
public record SeenTheme(Theme theme, List<Cell> cells, int seen, boolean ticked, boolean open) {
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
                .filter(theme -> !theme.ticked() && theme.seen() < theme.cells().size())
                .findFirst();
        return all.stream()
                .map(theme -> theme.opened(next.filter(theme::equals).isPresent()))
                .toList();
    }

    private static SeenTheme of(SamplePages.Sheet sheet, Theme theme) {
        VisitForm form = sheet.form();
        List<Cell> cells = sheet.visit().view().cells().stream()
                .filter(cell -> cell.theme().equals(theme.code()))
                .toList();
        long seen = cells.stream()
                .map(cell -> form.seen().getOrDefault(cell.control().value(), VisitForm.SKIPPED))
                .filter(value -> !value.equals(VisitForm.SKIPPED))
                .count();
        boolean faulty = cells.stream()
                .anyMatch(cell -> sheet.errors().of("vu." + cell.control()) != null
                        || sheet.errors().of("note." + cell.control()) != null);
        return new SeenTheme(theme, cells, (int) seen, form.themes().containsKey(theme.code()), faulty);
    }

    private SeenTheme opened(boolean open) {
        return new SeenTheme(theme, cells, seen, ticked, open);
    }

    /** Whether a control can be seen as it is declared: it has an answer, and one that knows. */
    public static boolean declares(Cell cell) {
        return cell.verdict() != null && VisitForm.values().contains(cell.verdict());
    }

    /** How many controls a tick takes. */
    public long declaring() {
        return cells.stream().filter(SeenTheme::declares).count();
    }

    /** What a tick sends: what is declared on this page. */
    public String declared() {
        return cells.stream()
                .filter(SeenTheme::declares)
                .map(cell -> cell.control() + "=" + cell.verdict())
                .collect(Collectors.joining(" "));
    }
}
