package fr.preau.review;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which order a reviewer reads what waits. Each is a keyset of its own, on columns fixed at the submission. */
public enum QueueOrder {
    OLDEST("anciennete"),
    PLACE("collectivite"),
    WEAK("faiblesse"),
    /** What left the conformity of the school's last rendered audit furthest, in either direction. */
    CHANGE("evolution");

    private final String code;

    QueueOrder(String code) {
        this.code = code;
    }

    /** As an address says it. */
    public String code() {
        return code;
    }

    /** The oldest first, unless one asks for another order. */
    static QueueOrder of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(order -> order.code.equals(code))
                .findFirst()
                .orElse(OLDEST);
    }

    /** The order that a program names; the oldest first for any other word. */
    static QueueOrder named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(order -> order.name().equals(name))
                .findFirst()
                .orElse(OLDEST);
    }

    /** The orders as a page offers them. */
    public static List<QueueOrder> all() {
        return List.of(values());
    }
}
