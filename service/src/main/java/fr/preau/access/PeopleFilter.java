package fr.preau.access;

import fr.preau.kernel.SearchText;
import fr.preau.kernel.UnitId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the list of people is narrowed to.
 *
 * @param text searched in name and address, all words, accents and case ignored
 * @param role held by them, null for any
 * @param unit in which, or below which, they hold it or are employed; null for all
 */
public record PeopleFilter(
        String text,
        @Nullable Role role,
        @Nullable UnitId unit,
        @Nullable PersonState state) {
    static final PeopleFilter ALL = new PeopleFilter("", null, null, null);
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;

    public PeopleFilter {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** The words as SQL {@code LIKE} patterns; none when nothing is searched. */
    public List<String> patterns() {
        // Folding leaves letters, digits and spaces only: no wildcard of LIKE survives it.
        return Arrays.stream(SearchText.fold(text).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> "%" + word + "%")
                .toList();
    }

    /** Where to look, as the query binds it. */
    Perimeter within() {
        return Perimeter.of(List.of(unit == null ? UnitId.NATION : unit));
    }
}
