package fr.preau.kernel;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for a person, by its key in the message bundles and its arguments.
 *
 * <p>Rules throw keys, not sentences, so that one refusal reads in French on a page, in English in an API reply and in
 * a terminal. Every key stands in both bundles: a test holds it.
 *
 * @param key key in {@code messages.properties}
 * @param args values of {@code {0}}, {@code {1}}…: strings, numbers, dates or other messages
 */
public record Message(String key, List<Object> args) {
    public Message {
        args = List.copyOf(args);
    }

    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }

    /** The name of who did something, as an argument; of an account that was erased, the words for it in any language. */
    public static Object author(@Nullable String name) {
        return AccountId.ERASED.equals(name) ? of("web.erased") : Objects.requireNonNullElse(name, "");
    }
}
