package fr.preau.workbook;

import fr.preau.checklist.Checklist;
import fr.preau.checklist.Control;
import fr.preau.kernel.CampaignId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Schools of a campaign with all that they are asked and have answered, at one moment, for one person.
 *
 * @param theme the only theme that is shown, empty for all
 */
record Snapshot(CampaignId campaign, String campaignName, Checklist checklist, String theme, List<SchoolRow> rows) {
    Snapshot {
        rows = List.copyOf(rows);
    }

    /** The controls that some of the schools are asked, in order; those of the one theme when there is one. */
    List<Control> controls() {
        return checklist.controls().stream()
                .filter(control -> theme.isEmpty() || control.theme().equals(theme))
                .filter(control -> rows.stream().anyMatch(row -> row.asked().containsKey(control.code())))
                .toList();
    }

    Map<String, SchoolRow> byUai() {
        return rows.stream().collect(Collectors.toMap(row -> row.audit().uai().value(), Function.identity()));
    }

    /** Cells that the person may fill in. */
    long open() {
        List<Control> controls = controls();
        return rows.stream()
                .mapToLong(row -> controls.stream()
                        .filter(control -> row.access(control.code()) == Access.OPEN)
                        .count())
                .sum();
    }
}
