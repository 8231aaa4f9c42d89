package fr.preau.review;

import fr.preau.kernel.AuditId;
import fr.preau.web.FormErrors;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The page of what can be validated together, by collectivity.
 *
 * @param ticked what one press of the button validates
 * @param validated how many one has just validated
 * @param kept those that could not be
 */
public record Together(
        List<QueueLine> sound,
        Set<AuditId> ticked,
        QueueChoice choice,
        int validated,
        List<Queues.Kept> kept,
        FormErrors errors) {
    public Together {
        sound = List.copyOf(sound);
        ticked = Set.copyOf(ticked);
        kept = List.copyOf(kept);
    }

    /**
     * The audits of one collectivity.
     *
     * @param code its code, empty for schools without one
     * @param whole whether all are ticked
     */
    public record Group(String code, String name, List<QueueLine> lines, boolean whole) {
        public Group {
            lines = List.copyOf(lines);
        }

        /** What its button asks for: all ticked, or none when all are. */
        public String turn() {
            return (whole ? "-" : "+") + code;
        }
    }

    /** By name, schools without a collectivity last. */
    public List<Group> groups() {
        Map<String, List<QueueLine>> byCode = new LinkedHashMap<>();
        sound.forEach(line ->
                byCode.computeIfAbsent(code(line), code -> new ArrayList<>()).add(line));
        Collator french = Collator.getInstance(Locale.FRENCH);
        return byCode.entrySet().stream()
                .map(one -> group(one.getKey(), one.getValue(), french))
                .sorted(Comparator.comparing((Group one) -> one.name().isEmpty())
                        .thenComparing(Group::name, french)
                        .thenComparing(Group::code))
                .toList();
    }

    /** Whether the audits are of several campaigns, and so a school may stand there twice. */
    public boolean several() {
        return sound.stream().map(QueueLine::campaignName).distinct().count() > 1;
    }

    private Group group(String code, List<QueueLine> lines, Collator french) {
        return new Group(
                code,
                Objects.requireNonNullElse(lines.get(0).collectivityName(), ""),
                lines.stream()
                        .sorted(Comparator.comparing(QueueLine::schoolName, french))
                        .toList(),
                lines.stream().allMatch(line -> ticked.contains(line.id())));
    }

    private static String code(QueueLine line) {
        return Objects.requireNonNullElse(line.collectivity(), "");
    }

    /** Whether a line belongs to the group that a button turns. */
    static boolean of(QueueLine line, String turn) {
        return code(line).equals(turn.substring(1));
    }
}
