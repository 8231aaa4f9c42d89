package fr.preau.shared;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an application would do, school by school, as it stands now.
 *
 * @param edition how often the shared answer was applied or undone so far
 */
public record Preview(Proposal proposal, int edition, List<Line> lines) {
    public Preview {
        lines = List.copyOf(lines);
    }

    /** One school and what would happen to its answer. */
    public record Line(Candidate school, Fate fate) {}

    public int count(Fate fate) {
        return (int) lines.stream().filter(line -> line.fate() == fate).count();
    }

    /** How many answers are written when nothing is ticked. */
    public int plain() {
        return count(Fate.NEW) + count(Fate.MOVED);
    }

    /** The schools of that fate. */
    public List<Candidate> of(Fate fate) {
        return lines.stream()
                .filter(line -> line.fate() == fate)
                .map(Line::school)
                .toList();
    }

    /** The schools whose answer is written, with those of the ticked fates. */
    List<Candidate> written(Set<Fate> ticked) {
        return lines.stream()
                .filter(line -> line.fate().always() || (line.fate().optional() && ticked.contains(line.fate())))
                .map(Line::school)
                .toList();
    }

    /** A digest of all that is shown here: an application that sends another one has seen something else. */
    public String seen() {
        return SchoolSet.digest(lines.stream()
                        .map(line -> line.school().id() + " " + line.school().version() + " " + line.fate())
                        .sorted()
                        .collect(Collectors.joining("\n", edition + "\n", "")))
                .substring(0, 32);
    }
}
