package fr.preau.report;

import fr.preau.dashboard.SchoolLine;
import fr.preau.dashboard.Sheet;
import fr.preau.dashboard.SheetFiles;
import fr.preau.deliverable.Attached;
import fr.preau.web.Csv;
import fr.preau.web.Viewer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a unit's report as CSV, which its PDF carries inside: the files of the views, and the schools. */
final class UnitData {
    private static final String TYPE = "text/csv";

    private UnitData() {}

    static List<Attached> attached(UnitReport report, Viewer viewer) {
        UnitSums sums = report.sums();
        List<Attached> files = new ArrayList<>();
        files.add(view(viewer, "chiffres", sums.unit().declared(), "report.file.figures"));
        files.add(view(viewer, "chiffres-apres-revue", sums.unit().reviewed(), "report.file.reviewed"));
        files.add(view(viewer, "types", sums.types().declared(), "report.file.types"));
        files.add(view(viewer, "mesures", sums.missed(), "report.file.controls"));
        files.add(view(viewer, "evolution", sums.trend().declared(), "report.file.trend"));
        UnitParts parts = sums.parts();
        if (parts != null) {
            files.add(view(viewer, "departements", parts.departments().declared(), "report.file.departments"));
            files.add(view(
                    viewer, "departements-apres-revue", parts.departments().reviewed(), "report.file.departments"));
        }
        if (!report.names().schools().isEmpty()) {
            byte[] schools = schools(report.names().schools(), viewer);
            files.add(new Attached("etablissements.csv", TYPE, viewer.t("report.file.schools"), schools));
        }
        return files;
    }

    private static Attached view(Viewer viewer, String name, Sheet.Filed view, String says) {
        return new Attached(name + ".csv", TYPE, viewer.t(says), SheetFiles.csv(viewer, view));
    }

    private static byte[] schools(List<SchoolLine> schools, Viewer viewer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Csv csv = Csv.to(out);
            csv.row(Stream.of("uai", "school", "commune", "type", "state", "coverage", "conformity")
                    .map(column -> viewer.t("report.file.column." + column))
                    .toList());
            schools.forEach(school -> csv.row(List.of(
                    school.uai().value(),
                    school.schoolName(),
                    school.communeName(),
                    school.schoolType().name(),
                    school.state().name(),
                    text(school.figures().coverage()),
                    text(school.figures().conformity()))));
            csv.end();
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: all is in memory", e);
        }
        return out.toByteArray();
    }

    private static String text(@Nullable Double share) {
        return share == null ? "" : share.toString();
    }
}
