package fr.preau.workbook;

import fr.preau.kernel.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook that came back would change, or has changed.
 *
 * @param finding what the lines are narrowed to, null for all
 * @param outcome likewise, of an import that was applied
 */
public record Report(
        Reading reading,
        List<Reading.FindingCount> counts,
        @Nullable Finding finding,
        @Nullable String outcome,
        Page<Reading.Line> page) {
    public Report {
        counts = List.copyOf(counts);
    }

    public int count(Finding of) {
        return counts.stream()
                .filter(one -> one.finding() == of)
                .mapToInt(Reading.FindingCount::lines)
                .sum();
    }

    /** Lines of an application that came to this: {@code WRITTEN}, or why they were left. */
    public int came(String to) {
        return counts.stream()
                .filter(one -> Objects.equals(one.outcome(), to))
                .mapToInt(Reading.FindingCount::lines)
                .sum();
    }

    public int lines() {
        return counts.stream().mapToInt(Reading.FindingCount::lines).sum();
    }

    /** The findings that the report has, in their order. */
    public List<Finding> found() {
        return Arrays.stream(Finding.values()).filter(one -> count(one) > 0).toList();
    }

    /** Lines that can't be written as they stand. */
    public int wrong() {
        return found().stream()
                .filter(one -> !one.writable())
                .mapToInt(this::count)
                .sum();
    }

    public String home() {
        return "/classeurs/lectures/" + reading.id();
    }

    /** Address of the following lines, null on the last part. */
    public @Nullable String next() {
        String narrowed = finding == null ? "" : "&constat=" + finding;
        return page.next() == null ? null : home() + "?apres=" + page.next() + narrowed;
    }

    /** What brings one back to the lines shown, as an address carries it. */
    public String back() {
        int first = page.items().isEmpty() ? 1 : page.items().get(0).number();
        return (finding == null ? "" : "constat=" + finding + "&") + "apres=" + (first - 1);
    }
}
