package fr.preau.plan;

import fr.preau.kernel.Refusal;
import java.util.Arrays;

/** How far something goes that begins in one school: to that school, to all that are in the same case, to a list of them. */
public enum Extent {
    ONE,
    ALL,
    LIST;

    /** The extent of that name; no form of ours sends another. */
    public static Extent of(String name) {
        return Arrays.stream(values())
                .filter(extent -> extent.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
