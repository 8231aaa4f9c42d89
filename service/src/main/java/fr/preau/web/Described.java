package fr.preau.web;

import fr.preau.kernel.Message;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ids that describe a field, for {@code aria-describedby}: its hint and its error, those that there are. */
public final class Described {
    private Described() {}

    /** Null when neither is there: the attribute is then left out. */
    public static @Nullable String by(String name, @Nullable String hint, @Nullable Message error) {
        return by(name, hint, error, false);
    }

    /** The same for a field whose error may come later, into a place that is there before. */
    public static @Nullable String by(String name, @Nullable String hint, @Nullable Message error, boolean live) {
        String ids = Stream.of(hint == null ? "" : name + "-hint", error == null && !live ? "" : name + "-error")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
