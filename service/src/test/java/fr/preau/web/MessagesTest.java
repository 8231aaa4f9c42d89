package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern ASKED =
            Pattern.compile("(?:\\bt|Message\\.of|\\bforbidden|\\bconflict)\\(\\s*\"([^\"]+)\""
                    + "|\\binvalid\\(\\s*[^,()]+(?:\\([^()]*\\))?,\\s*\"([^\"]+)\"");

    private final Messages messages = Messages.load();

    @Test
    void speaks_both_languages_with_the_same_keys() {
        assertThat(messages.keys(Messages.ENGLISH)).isEqualTo(messages.keys(Messages.FRENCH));
    }

    @Test
    void reads_every_pattern_and_asks_for_the_same_arguments_in_both_languages() {
        for (String key : messages.keys(Messages.FRENCH)) {
            assertThat(formats(Messages.ENGLISH, key)).as(key).isEqualTo(formats(Messages.FRENCH, key));
        }
    }

    @Test
    void holds_no_straight_apostrophe() {
        for (Locale locale : List.of(Messages.FRENCH, Messages.ENGLISH)) {
            assertThat(messages.keys(locale))
                    .allSatisfy(key ->
                            assertThat(messages.pattern(locale, key)).as(key).doesNotContain("'"));
        }
    }

    @Test
    void keeps_french_punctuation_from_the_end_of_a_line() {
        for (String key : messages.keys(Messages.FRENCH)) {
            String text = messages.pattern(Messages.FRENCH, key);
            assertThat(text).as(key).doesNotMatch("(?s).*[^\u00a0]:( .*|$)");
            assertThat(text).as(key).doesNotMatch("(?s).*[^\u202f][;!?]( .*|$)");
            assertThat(text).as(key).doesNotMatch("(?s).*[^\u00a0]%.*");
            assertThat(text).as(key).doesNotMatch("(?s).*(«[^\u00a0]|[^\u00a0]»).*");
        }
    }

    /** The first sentence of a feature makes all of its sentences due. */
    @Test
    void has_every_key_that_the_code_asks_for() throws IOException {
        Set<String> features = messages.keys(Messages.FRENCH).stream()
                .map(MessagesTest::feature)
                .collect(Collectors.toSet());
        Set<String> missing = asked();
        missing.removeIf(key -> !features.contains(feature(key)));
        missing.removeAll(messages.keys(Messages.FRENCH));
        assertThat(missing).isEmpty();
    }

    /** A key is asked for in full, or made from a literal that ends with a dot. */
    @Test
    void has_no_key_that_nothing_asks_for() throws IOException {
        Set<String> literals = literals();
        literals.addAll(asked());
        Set<String> prefixes = literals.stream()
                .filter(literal -> literal.matches("[a-zA-Z.]{2,}\\."))
                .collect(Collectors.toSet());
        Set<String> unused = new TreeSet<>(messages.keys(Messages.FRENCH));
        unused.removeIf(key -> literals.contains(key) || prefixes.stream().anyMatch(key::startsWith));
        assertThat(unused).isEmpty();
    }

    @Test
    void has_a_word_for_every_mark() {
        for (Mark mark : Mark.values()) {
            assertThat(messages.pattern(Messages.FRENCH, mark.word())).isNotBlank();
        }
        for (Mark mark : Mark.choices()) {
            assertThat(messages.pattern(Messages.FRENCH, mark.meaning())).isNotBlank();
        }
    }

    @Test
    void tells_numbers_days_and_other_messages_in_the_language() {
        Message two = Message.of("web.errors", 1902);
        assertThat(messages.text(Messages.FRENCH, two)).isEqualTo("1\u202f902 choses à corriger");
        assertThat(messages.text(Messages.FRENCH, Message.of("web.errors", 1))).isEqualTo("1 chose à corriger");
        assertThat(messages.text(Messages.ENGLISH, two)).isEqualTo("1,902 things to correct");
        assertThat(messages.text(
                        Messages.FRENCH, Message.of("web.count", Message.of("web.help"), LocalDate.of(2026, 11, 2))))
                .isEqualTo("Aide\u00a0: 2\u00a0novembre 2026");
    }

    @Test
    void refuses_a_key_that_no_bundle_has() {
        assertThatThrownBy(() -> messages.text(Messages.FRENCH, Message.of("web.nowhere")))
                .hasMessageContaining("web.nowhere");
    }

    private int formats(Locale locale, String key) {
        return new MessageFormat(messages.pattern(locale, key), locale).getFormatsByArgumentIndex().length;
    }

    private static String feature(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> asked() throws IOException {
        return sources()
                .flatMap(source -> ASKED.matcher(source).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(key -> key.contains(".") && !key.endsWith("."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> literals() throws IOException {
        return sources()
                .flatMap(source -> LITERAL.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> sources() throws IOException {
        try (Stream<Path> java = Files.walk(Path.of("src/main/java"));
                Stream<Path> jte = Files.walk(Path.of("src/main/jte"));
                Stream<Path> api = Files.walk(Path.of("src/main/resources/api"))) {
            List<Path> paths = Stream.of(java, jte, api)
                    .flatMap(all -> all)
                    .filter(Files::isRegularFile)
                    .toList();
            return paths.stream().map(MessagesTest::text);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
