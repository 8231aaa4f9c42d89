package fr.preau.workbook;

import fr.preau.kernel.Refusal;
import java.util.Arrays;

/** How the controls are laid out over sheets; a school is a row in both. */
public enum Shape {
    /** All controls on one sheet. */
    WHOLE,
    /** One sheet a theme. */
    THEMES;

    static Shape of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
