package fr.preau.edition;

import org.jspecify.annotations.Nullable;

/**
 * Whether a row is shown.
 *
 * @param hidden why it is not; null when it is
 */
record Decision(Group group, @Nullable Hidden hidden) {
    boolean shown() {
        return hidden == null;
    }
}
