package fr.preau.checklist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How much is expected. A campaign asks a set of levels for each type of school; kept as its number, 1 to 3. */
public enum Level {
    /** Expected everywhere, a rural school included. */
    SOCLE,
    STANDARD,
    RENFORCE;

    /** The level of a number from 1 to 3. */
    @JsonCreator
    public static Level of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("a level is a number from 1 to 3: " + number);
        }
        return values()[number - 1];
    }

    @JsonValue
    public int number() {
        return ordinal() + 1;
    }
}
