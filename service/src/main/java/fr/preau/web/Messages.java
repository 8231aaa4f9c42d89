package fr.preau.web;

import fr.preau.kernel.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence of the product, in French and in English, by key.
 *
 * <p>A feature keeps its own file, {@code messages/fr/<feature>.properties} and its English twin; all are read at
 * start. A key that no file has, or that two have, is a fault of the program and throws.
 */
public final class Messages {
    public static final Locale FRENCH = Locale.FRANCE;
    public static final Locale ENGLISH = Locale.UK;

    private final Map<String, String> french;
    private final Map<String, String> english;

    private Messages(Map<String, String> french, Map<String, String> english) {
        this.french = Map.copyOf(french);
        this.english = Map.copyOf(english);
    }

    /** Reads the bundles out of the jar or the compiled classes. */
    public static Messages load() {
        return new Messages(bundle("messages/fr"), bundle("messages/en"));
    }

    /** The locale of a language tag, null when we don't speak it. */
    static @Nullable Locale locale(String language) {
        return switch (language) {
            case "fr" -> FRENCH;
            case "en" -> ENGLISH;
            default -> null;
        };
    }

    Set<String> keys(Locale locale) {
        return patterns(locale).keySet();
    }

    String pattern(Locale locale, String key) {
        String pattern = patterns(locale).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException(
                    "no message " + key + ": add it to messages/fr and messages/en, in its feature's file");
        }
        return pattern;
    }

    /** The sentence, with its arguments told in that language; numbers may choose a plural. */
    public String text(Locale locale, Message message) {
        String pattern = pattern(locale, message.key());
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        Object[] args = message.args().stream().map(arg -> told(locale, arg)).toArray();
        return new MessageFormat(pattern, locale).format(args);
    }

    private Object told(Locale locale, Object arg) {
        if (arg instanceof Message nested) {
            return text(locale, nested);
        }
        if (arg instanceof LocalDate day) {
            return Formats.of(locale).day(day);
        }
        if (arg instanceof Instant instant) {
            return Formats.of(locale).instant(instant);
        }
        return arg instanceof Number ? arg : arg.toString();
    }

    private Map<String, String> patterns(Locale locale) {
        return locale.getLanguage().equals("en") ? english : french;
    }

    private static Map<String, String> bundle(String folder) {
        Map<String, String> patterns = new HashMap<>();
        for (String file : Folder.files(folder)) {
            properties(folder + "/" + file).forEach((key, text) -> {
                if (patterns.putIfAbsent(key.toString(), text.toString()) != null) {
                    throw new IllegalStateException(key + " stands in two files of " + folder + ": keep one");
                }
            });
        }
        return patterns;
    }

    private static Properties properties(String path) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Folder.open(path), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
