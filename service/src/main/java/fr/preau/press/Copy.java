package fr.preau.press;

import java.time.LocalDate;

/**
 * An issued copy: whom it was made for, and when. Every page of it says so.
 *
 * @param receiver as they are named in the register
 */
public record Copy(String receiver, LocalDate day) {
    public Copy {
        if (receiver.isBlank()) {
            throw new IllegalArgumentException("a copy names who receives it");
        }
    }
}
