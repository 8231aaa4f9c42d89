package fr.preau.edition;

import fr.preau.kernel.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A section as its deliverable's outline has it: of the outline given, or one of the editors' own.
 *
 * @param id its address and its anchor, for good, however it is named and wherever it stands
 * @param heading as editors have named it; null while the outline given does
 * @param shown whether it stands in the document
 */
public record Chapter(String id, @Nullable String heading, boolean shown) {
    /** Most characters of a heading. */
    public static final int HEADING_LENGTH = 120;

    private static final Pattern OWN = Pattern.compile("ajout-[1-9][0-9]{0,3}");

    public Chapter {
        if (heading == null && !isGiven(id)) {
            throw new IllegalArgumentException("a section of one's own has a heading: " + id);
        }
        if (!isGiven(id) && !OWN.matcher(id).matches()) {
            throw new IllegalArgumentException("no such section: " + id);
        }
    }

    static Chapter of(Outline given) {
        return new Chapter(given.id(), null, true);
    }

    /** @param place how many sections of their own the editors have had, this one included */
    static Chapter own(int place, String heading) {
        return new Chapter("ajout-" + place, heading, true);
    }

    private static boolean isGiven(String id) {
        return find(id).isPresent();
    }

    private static Optional<Outline> find(String id) {
        return Arrays.stream(Outline.values())
                .filter(section -> section.id().equals(id))
                .findFirst();
    }

    /** The section of the outline given that it is; none for one of the editors' own. */
    public Optional<Outline> given() {
        return find(id);
    }

    public Message title() {
        return heading == null ? Message.of(given().orElseThrow().heading()) : titled(heading);
    }

    static Message titled(String heading) {
        return Message.of("edition.chapter", heading);
    }

    /** The text that one starts from; one's own section starts empty. */
    String proposed() {
        return given().map(Outline::proposed).orElse("");
    }

    /** Ids of the tables that stand in it, when they are there. */
    List<String> tables() {
        return given().map(Outline::tables).orElse(List.of());
    }

    /** Whether it is there for its tables alone: given, not renamed, and no part of every livrable. */
    boolean introduces() {
        return heading == null && mayLeave() && !tables().isEmpty();
    }

    /** Whether it may be taken out. */
    public boolean mayLeave() {
        return given().map(Outline::mayLeave).orElse(true);
    }

    /** Whether it stands below all others. */
    public boolean last() {
        return given().filter(section -> section == Outline.ANNEXES).isPresent();
    }

    Chapter named(@Nullable String other) {
        return new Chapter(id, other, shown);
    }

    Chapter shown(boolean now) {
        return new Chapter(id, heading, now);
    }
}
