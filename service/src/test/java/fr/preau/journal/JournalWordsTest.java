package fr.preau.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every action that the code records has its words: {@code trace.ACTION} in {@code journal.properties}. */
class JournalWordsTest {
    private static final Pattern RECORDED =
            Pattern.compile("Entry\\.of\\((?:[^\"();]|\\(\\))*?\"([a-z]+\\.[a-zA-Z.]+)\"");

    @Test
    void names_every_action_in_both_languages() throws IOException {
        Set<String> recorded = recorded();
        assertThat(recorded).contains("answer.saved", "campaign.opened", "grant.given");
        for (String language : new String[] {"fr", "en"}) {
            Properties words = new Properties();
            Path file = Path.of("src/main/resources/messages", language, "journal.properties");
            try (Reader reader = Files.newBufferedReader(file)) {
                words.load(reader);
            }
            Set<String> wordless = new TreeSet<>(recorded);
            wordless.removeIf(action -> words.containsKey("trace." + action));
            assertThat(wordless).as(language).isEmpty();
        }
    }

    private static Set<String> recorded() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> RECORDED.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
