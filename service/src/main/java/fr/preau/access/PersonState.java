package fr.preau.access;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where an account stands in its life; one that was erased is nobody's any more, and in no list. */
public enum PersonState {
    /** Has a link, and has never come in. */
    INVITED,
    ACTIVE,
    /** Closed for good: what the person wrote stays. */
    CLOSED;

    /** The state of that name; an unknown one filters nothing: an old link still opens. */
    static @Nullable PersonState of(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
