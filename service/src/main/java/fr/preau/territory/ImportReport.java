package fr.preau.territory;

import fr.preau.kernel.Message;
import fr.preau.kernel.Uai;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do: the same for a dry run.
 *
 * @param number of the import in its log, 0 for a dry run
 * @param leftOut lines that are no school to audit, by reason
 * @param moved schools to decide about: their open audits stay with the former collectivity
 * @param merged communes all of whose schools went to another one
 * @param closed schools that the file closes
 * @param absent schools that a complete file lacks; they stay open until decided
 */
public record ImportReport(
        long number,
        String fileName,
        boolean dryRun,
        ImportCounts counts,
        Map<LeftOut, Integer> leftOut,
        List<Remark> refused,
        List<Remark> flagged,
        List<Remark> duplicates,
        List<Move> moved,
        List<Merger> merged,
        List<Named> closed,
        List<Named> absent) {

    /**
     * A school whose collectivity changed.
     *
     * @param before name of the former collectivity, null for none
     * @param after name of the present one, null for none
     */
    public record Move(
            Uai uai,
            String name,
            @Nullable String before,
            @Nullable String after) {}

    /** A commune that has no school any more, and the one that has them all. */
    public record Merger(String before, String after, int schools) {}

    /** A school by name, with its department. */
    public record Named(Uai uai, String name, String department) {}

    public ImportReport {
        leftOut = Map.copyOf(leftOut);
        refused = List.copyOf(refused);
        flagged = List.copyOf(flagged);
        duplicates = List.copyOf(duplicates);
        moved = List.copyOf(moved);
        merged = List.copyOf(merged);
        closed = List.copyOf(closed);
        absent = List.copyOf(absent);
    }

    /** The report as sentences, one a line: figures first, then each thing to look at. */
    public List<Message> lines() {
        List<Message> lines = new ArrayList<>();
        lines.add(Message.of(dryRun ? "territory.report.dry" : "territory.report.done", fileName, number));
        lines.add(Message.of("territory.report.read", counts.read()));
        lines.add(Message.of("territory.report.written", counts.created(), counts.changed(), counts.unchanged()));
        lines.add(Message.of("territory.report.refused", counts.refused()));
        lines.add(Message.of("territory.report.flagged", counts.flagged()));
        lines.add(Message.of("territory.report.duplicates", counts.duplicates()));
        lines.add(Message.of("territory.report.leftOut", counts.leftOut()));
        // In the order of the reasons, of which there may be none.
        new TreeMap<>(leftOut)
                .forEach((reason, number) -> lines.add(Message.of("territory.leftOut." + reason.name(), number)));
        lines.add(Message.of(
                "territory.report.without", counts.withoutCollectivity(), counts.withoutCollectivityPrivate()));
        lines.add(Message.of("territory.report.collectivities", counts.newCollectivities()));
        remarks(lines, "territory.detail.refused", refused);
        remarks(lines, "territory.detail.flagged", flagged);
        remarks(lines, "territory.detail.duplicate", duplicates);
        decisions(lines);
        return lines;
    }

    private static void remarks(List<Message> lines, String key, List<Remark> remarks) {
        remarks.forEach(remark -> lines.add(Message.of(key, remark.line(), remark.uai(), remark.reason())));
    }

    private void decisions(List<Message> lines) {
        moved.forEach(move -> lines.add(Message.of(
                "territory.detail.moved", move.uai().value(), move.name(), named(move.before()), named(move.after()))));
        merged.forEach(merger ->
                lines.add(Message.of("territory.detail.merged", merger.before(), merger.after(), merger.schools())));
        closed.forEach(school ->
                lines.add(Message.of("territory.detail.closed", school.uai().value(), school.name())));
        absent.forEach(school -> lines.add(
                Message.of("territory.detail.absent", school.uai().value(), school.name(), school.department())));
    }

    private static Object named(@Nullable String collectivity) {
        return Objects.requireNonNullElse(collectivity, Message.of("territory.none"));
    }
}
