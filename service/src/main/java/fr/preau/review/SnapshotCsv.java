package fr.preau.review;

import fr.preau.audit.Audit;
import fr.preau.web.Csv;
import fr.preau.web.Viewer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two snapshots side by side as CSV, a control a row: those that changed first, as on the page. */
final class SnapshotCsv {
    private static final List<String> COLUMNS =
            List.of("uai", "school", "control", "title", "before", "after", "opinion", "change");

    private SnapshotCsv() {}

    static Response attachment(Viewer viewer, Snapshots.Comparison both) {
        StreamingOutput output = out -> {
            Csv csv = Csv.to(out);
            csv.row(COLUMNS.stream()
                    .map(column -> viewer.t("review.snapshots.csv." + column))
                    .toList());
            Stream.of(both.changed(), both.reserved(), both.same())
                    .flatMap(List::stream)
                    .forEach(cell -> csv.row(row(viewer, both, cell)));
            if (viewer.fictitious()) {
                csv.row(List.of(viewer.t("web.fictitious")));
            }
            csv.end();
        };
        String name = "avant-apres-audit-" + both.view().audit().id() + ".csv";
        return Response.ok(output, Csv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static List<String> row(Viewer viewer, Snapshots.Comparison both, Snapshots.Cell cell) {
        Audit audit = both.view().audit();
        return List.of(
                audit.uai().value(),
                audit.schoolName(),
                cell.control().value(),
                both.view().control(cell.control()).title(),
                word(viewer, "mark.", cell.before()),
                word(viewer, "mark.", cell.after()),
                word(viewer, "opinion.", cell.opinion()),
                viewer.t("review.snapshots.change." + cell.change().name()));
    }

    private static String word(Viewer viewer, String prefix, @Nullable Enum<?> code) {
        return code == null ? "" : viewer.t(prefix + code.name());
    }
}
