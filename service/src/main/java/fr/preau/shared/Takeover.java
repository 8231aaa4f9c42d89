package fr.preau.shared;

import fr.preau.kernel.ControlCode;
import fr.preau.kernel.SharedAnswerId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What replaced collectivities have left to a unit in a campaign, beside what the unit has given itself.
 *
 * @param formers their names
 * @param own the unit's own answers for many that stand
 */
public record Takeover(List<String> formers, List<TakeoverLine> lines, List<Label> labels, List<SharedAnswer> own) {
    public Takeover {
        formers = List.copyOf(formers);
        lines = List.copyOf(lines);
        labels = List.copyOf(labels);
        own = own.stream().filter(one -> one.verdict() != null).toList();
    }

    public boolean isEmpty() {
        return lines.isEmpty() && labels.isEmpty();
    }

    /** What the unit has given to the control. */
    public List<SharedAnswer> own(ControlCode control) {
        return own.stream().filter(one -> one.control().equals(control)).toList();
    }

    /** Those that meet nothing of the unit's own: taken over unless one unticks them. Where one has answered, one's own stands. */
    public Set<SharedAnswerId> free() {
        return lines.stream()
                .filter(line -> !line.same() && own(line.control()).isEmpty())
                .map(TakeoverLine::id)
                .collect(Collectors.toSet());
    }

    /** Whether all of these are there to be taken. */
    boolean offers(Set<SharedAnswerId> chosen) {
        return lines.stream()
                .filter(line -> !line.same())
                .map(TakeoverLine::id)
                .collect(Collectors.toSet())
                .containsAll(chosen);
    }

    /** What the confirmation sends back: what is given, what it meets, and the labels; not who follows, which hourly saves move. */
    public String ticket() {
        String answers = lines.stream()
                .map(line -> line.id() + ":" + line.edition() + ":" + line.same() + ":"
                        + own(line.control()).stream()
                                .map(one -> one.id() + "." + one.edition())
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
        String names =
                labels.stream().map(label -> label.id() + ":" + label.name()).collect(Collectors.joining(" "));
        return SchoolSet.digest(answers + "|" + names);
    }
}
