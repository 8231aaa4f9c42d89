package fr.preau.edition;

import fr.preau.kernel.UnitId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a deliverable may hold, with the widest label that each may go under: of the nation, of an académie, of
 * a collectivity; a dash where it has no place. There are no others (docs/adr/0033).
 *
 * <pre>
 * table           nation        académie      collectivity
 * TYPES           CLEAR         –             AMBER         type × theme × answer
 * LEVELS          CLEAR         –             AMBER         theme × level, over the types shown
 * CONTROLS        CLEAR         –             AMBER         what is held least, over the types shown
 * ACADEMIES       CLEAR         CLEAR         –             académie × degree × theme
 * TRENDS          CLEAR         –             AMBER         type, from one campaign to the next
 * DEPARTMENTS     GREEN         GREEN         –             department × degree × theme
 * COLLECTIVITIES  GREEN         GREEN         –             collectivity that has agreed × theme
 * SCHOOLS         AMBER         AMBER         AMBER         schools by name, for who sees every one (docs/adr/0044)
 * </pre>
 */
enum Exhibit {
    TYPES(Label.CLEAR, null, Label.AMBER),
    LEVELS(Label.CLEAR, null, Label.AMBER),
    CONTROLS(Label.CLEAR, null, Label.AMBER),
    ACADEMIES(Label.CLEAR, Label.CLEAR, null),
    TRENDS(Label.CLEAR, null, Label.AMBER),
    DEPARTMENTS(Label.GREEN, Label.GREEN, null),
    COLLECTIVITIES(Label.GREEN, Label.GREEN, null),
    SCHOOLS(Label.AMBER, Label.AMBER, Label.AMBER);

    private final @Nullable Label nation;
    private final @Nullable Label academy;
    private final @Nullable Label collectivity;

    Exhibit(@Nullable Label nation, @Nullable Label academy, @Nullable Label collectivity) {
        this.nation = nation;
        this.academy = academy;
        this.collectivity = collectivity;
    }

    /** The tables that a label allows of a unit, in the order of the document. */
    static List<Exhibit> of(UnitId unit, Label label) {
        return Arrays.stream(values())
                .filter(exhibit -> exhibit.stands(unit, label))
                .toList();
    }

    private boolean stands(UnitId unit, Label label) {
        Label least = least(unit.kind());
        return least != null && label.allows(least);
    }

    /** The widest label that it may go under; null where it has no place. */
    @Nullable
    Label least(UnitId.Kind kind) {
        return switch (kind) {
            case NATION -> nation;
            case ACADEMY -> academy;
            case COLLECTIVITY -> collectivity;
            case REGION, DEPARTMENT, SCHOOL -> null;
        };
    }

    /** Its id within a document. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
