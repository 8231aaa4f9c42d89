package fr.preau.review;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** By what the schools of a unit are parted before some of each part are drawn. */
public enum Strata {
    TYPE,
    COLLECTIVITY,
    /** By how many schools the collectivity has in the unit. */
    SIZE;

    static Strata of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(TYPE);
    }
}
