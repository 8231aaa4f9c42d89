package fr.preau.plan;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A part of the board, in its order: what is late comes before what goes on, what is over comes last. */
public enum Place {
    LATE,
    IN_PROGRESS,
    PLANNED,
    DONE,
    GIVEN_UP;

    /** Where an action stands on that day. */
    static Place of(ActionState state, LocalDate dueOn, LocalDate today) {
        if (state.open() && dueOn.isBefore(today)) {
            return LATE;
        }
        return switch (state) {
            case IN_PROGRESS -> IN_PROGRESS;
            case PLANNED -> PLANNED;
            case DONE -> DONE;
            case GIVEN_UP -> GIVEN_UP;
        };
    }

    /** The place of that name, null for any other text: an old link still opens. */
    static @Nullable Place of(String name) {
        return Arrays.stream(values())
                .filter(place -> place.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
