package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.kernel.SearchText;
import fr.preau.kernel.UnitId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of audits is narrowed to.
 *
 * @param state null for all but the removed
 * @param unit whose audits alone, null for all
 * @param late only those whose last day, extended or not, is past and that are not handed in
 * @param cut the collectivity whose audits in the unit are meant alone, null for all
 * @param text searched in name, commune and UAI, all words, accents and case ignored
 */
public record AuditFilter(
        @Nullable AuditState state,
        String text,
        @Nullable UnitId unit,
        boolean late,
        @Nullable Cut cut) {
    public static final AuditFilter ALL = new AuditFilter(null, "", null, false);
    private static final int LONGEST = 100;

    public AuditFilter {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Of one unit, or of all. */
    public AuditFilter(@Nullable AuditState state, String text, @Nullable UnitId unit, boolean late) {
        this(state, text, unit, late, null);
    }

    /** Whether it leaves nothing out but by state or words. */
    public boolean everywhere() {
        return unit == null && !late && cut == null;
    }

    /** Code of the collectivity alone, empty for the schools without any, null for all. */
    public @Nullable String collectivity() {
        return cut == null ? null : cut.code();
    }

    /** The unit as a perimeter, everything without one. */
    Perimeter within() {
        return Perimeter.of(List.of(unit == null ? UnitId.NATION : unit));
    }

    /** What a form or a link repeats of it. */
    public String more() {
        return (unit == null ? "" : "&unite=" + unit) + (late ? "&retard=oui" : "") + (cut == null ? "" : cut.query());
    }

    /** The words as SQL {@code LIKE} patterns; none when nothing is searched. */
    public List<String> patterns() {
        return patterns(text);
    }

    static List<String> patterns(String text) {
        // Folding leaves letters, digits and spaces only: no wildcard of LIKE survives it.
        return Arrays.stream(SearchText.fold(text).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .map(word -> "%" + word + "%")
                .toList();
    }
}
