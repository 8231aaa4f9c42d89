package fr.preau.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a cell of a workbook looks, and whether one may type in it; the same in both formats, which read it here. */
public enum Style {
    TEXT(null, "1e2830", 11, Trait.WRAP),
    TITLE(null, "1e2830", 18, Trait.BOLD),
    SECTION(null, "b2522a", 12, Trait.BOLD),
    WARNING("fff1cc", "754e00", 11, Trait.BOLD),
    THEME("1f4f7a", "ffffff", 11, Trait.BOLD),
    HEAD("e9e3d8", "1e2830", 10, Trait.BOLD, Trait.WRAP, Trait.LINES),
    SUBHEAD("e9e3d8", "55606a", 9, Trait.LINES),
    SCHOOL("f4f0e8", "1e2830", 10, Trait.BOLD, Trait.WRAP, Trait.LINES),
    PLACE("f4f0e8", "55606a", 10, Trait.WRAP, Trait.LINES),
    ANSWER("ffffff", "1e2830", 10, Trait.OPEN, Trait.LISTED, Trait.LINES),
    COMMENT("ffffff", "1e2830", 10, Trait.OPEN, Trait.WRAP, Trait.LINES),
    /** Last time's answer, as long as nobody has confirmed it. */
    PROPOSED("fff7e0", "754e00", 10, Trait.OPEN, Trait.LISTED, Trait.WRAP, Trait.LINES),
    PROPOSED_COMMENT("fff7e0", "754e00", 10, Trait.OPEN, Trait.WRAP, Trait.LINES),
    LOCKED("f1ece3", "55606a", 10, Trait.WRAP, Trait.LINES),
    NOT_ASKED("cfc8ba", "55606a", 10, Trait.LINES),
    /** A whole number, written plainly in decimals. */
    NUMBER(3, Trait.NUMERIC, Trait.LINES),
    /** A share: 0.5 shows as 50,0 %. */
    SHARE(164, Trait.NUMERIC, Trait.LINES),
    /** A difference of shares, with its sign. */
    CHANGE(165, Trait.NUMERIC, Trait.LINES),
    /** A figure that is hidden: told from others without colour. */
    HIDDEN("f1ece3", "55606a", 10, Trait.LINES, Trait.HATCHED);

    private static final int TEXT_FORMAT = 49;

    /** What a style has beside its colours. */
    enum Trait {
        BOLD,
        WRAP,
        LINES,
        /** Strokes across it: a pattern where the format has one, else a diagonal. */
        HATCHED,
        /** One may type in the cell; whatever is typed stays text. */
        OPEN,
        /** Only the answers of the list may be typed. */
        LISTED,
        /** The one kind of cell that is no text: figures of ours, never what somebody typed. */
        NUMERIC
    }

    /** Background in hexadecimal, null for none. */
    final @Nullable String fill;

    final String ink;
    final int size;
    /** Number of its format in an Office Open XML file; 49 is text, which stays as it is typed. */
    final int number;

    private final Set<Trait> traits;

    Style(int number, Trait... traits) {
        this.fill = null;
        this.ink = "1e2830";
        this.size = 10;
        this.number = number;
        this.traits = Set.of(traits);
    }

    Style(@Nullable String fill, String ink, int size, Trait... traits) {
        this.number = TEXT_FORMAT;
        this.fill = fill;
        this.ink = ink;
        this.size = size;
        this.traits = Set.of(traits);
    }

    /** What a reader that does not count itself shows of a figure. */
    String shown(String value) {
        return switch (this) {
            case SHARE, CHANGE -> new BigDecimal(value).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
            default -> value;
        };
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
