package fr.preau.workbook;

import fr.preau.checklist.Checklist;
import fr.preau.checklist.Control;
import fr.preau.kernel.CampaignId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Schools of a campaign with all that they are asked and have answered, at one moment, for one person. */
record Snapshot(CampaignId campaign, String campaignName, Checklist checklist, List<SchoolRow> rows) {
    Snapshot {
        rows = List.copyOf(rows);
    }

    /** The controls that some of the schools are asked, in order. */
    List<Control> controls() {
        return checklist.controls().stream()
                .filter(control -> rows.stream().anyMatch(row -> row.asked().containsKey(control.code())))
                .toList();
    }

    Map<String, SchoolRow> byUai() {
        return rows.stream().collect(Collectors.toMap(row -> row.audit().uai().value(), Function.identity()));
    }

    /** Cells that the person may fill in. */
    long open() {
        return rows.stream()
                .mapToLong(row -> row.asked().keySet().stream()
                        .filter(control -> row.access(control) == Access.OPEN)
                        .count())
                .sum();
    }
}
