package fr.preau.review;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reviewer looks at first in an audit; the rest stands folded, theme by theme. In the order in which it matters. */
public enum Look {
    /** What the last sending back asked to look at again. */
    AGAIN("motifs"),
    /** Weak answers at the base level. */
    WEAK("socle"),
    /** Answers with a reservation, or contested. */
    DOUBTED("avis"),
    /** Answers that are others than in the school's last rendered audit. */
    CHANGED("changees"),
    /** Everything unfolded. */
    ALL("tout");

    private final String code;

    Look(String code) {
        this.code = code;
    }

    /** As an address says it. */
    public String code() {
        return code;
    }

    /** Null for any other word: then what there is decides. */
    static @Nullable Look of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(look -> look.code.equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The looks as a page offers them. */
    public static List<Look> all() {
        return List.of(values());
    }
}
