package fr.preau.checklist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How much is expected. A campaign asks a set of levels for each type of school; kept as its number, 1 to 3. */
public enum Level {
    /** Expected everywhere, a rural school included. */
    SOCLE(1),
    STANDARD(2),
    RENFORCE(3);

    private final int number;

    Level(int number) {
        this.number = number;
    }

    /** The level of a number from 1 to 3. */
    @JsonCreator
    public static Level of(int number) {
        return Arrays.stream(values())
                .filter(level -> level.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a level is a number from 1 to 3: " + number));
    }

    @JsonValue
    public int number() {
        return number;
    }
}
