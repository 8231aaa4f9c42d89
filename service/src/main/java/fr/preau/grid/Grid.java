package fr.preau.grid;

import fr.preau.audit.CampaignLine;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Control;
import fr.preau.checklist.Theme;
import fr.preau.kernel.AuditId;
import fr.preau.web.Option;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grid as it is shown.
 *
 * @param filter with its theme named
 * @param left answers that are missing in each theme, over the rows
 * @param labels what groups of the person's units one may narrow to
 * @param next last row, when there are more; null on the last part
 */
public record Grid(
        CampaignLine campaign,
        List<CampaignLine> campaigns,
        Checklist checklist,
        GridFilter filter,
        List<Control> columns,
        List<GridRow> rows,
        List<ThemeLeft> left,
        List<Option> communes,
        List<Option> labels,
        @Nullable AuditId next,
        LocalDate today) {

    public Grid {
        campaigns = List.copyOf(campaigns);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        left = List.copyOf(left);
        communes = List.copyOf(communes);
        labels = List.copyOf(labels);
    }

    /** The theme shown, null when all are. */
    public @Nullable Theme theme() {
        String code = filter.theme();
        return code == null || filter.allThemes() ? null : checklist.theme(code);
    }

    /** Themes of which a row is asked something. */
    public List<Theme> themes() {
        return checklist.themes().stream()
                .filter(theme -> left.stream().anyMatch(one -> one.theme().equals(theme.code())))
                .toList();
    }

    public long left(Theme theme) {
        return left.stream()
                .filter(one -> one.theme().equals(theme.code()))
                .mapToLong(ThemeLeft::left)
                .sum();
    }

    /** How many rows nothing changes: submitted, validated, or out of the days of the campaign. */
    public long shut() {
        return rows.stream().filter(row -> !row.open()).count();
    }

    /** Missing answers of one column. */
    public long unanswered(int column) {
        return rows.stream().filter(row -> row.slots().get(column).unanswered()).count();
    }

    /** Address of the grid on a theme, with everything else as it is. */
    public String href(String theme) {
        return "/grille?campagne=" + campaign.id() + "&theme=" + theme + filter.query();
    }

    /** The theme of a workbook of what is shown, empty for all. */
    public String bookTheme() {
        Theme shown = theme();
        return shown == null ? "" : shown.code();
    }

    /** Address of the next part. */
    public @Nullable String nextHref() {
        return next == null || filter.theme() == null ? null : href(filter.theme()) + "&apres=" + next;
    }
}
