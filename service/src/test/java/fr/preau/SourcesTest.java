package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of the house that a machine can hold on the text of the sources. */
class SourcesTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Path TEST = Path.of("src/test");
    private static final int LONGEST = 300;
    private static final List<String> WRITTEN = List.of(".java", ".jte", ".sql", ".css", ".js");
    private static final Pattern STAR = Pattern.compile("(?i)\\bselect\\s+(distinct\\s+)?(\\w+\\.)?\\*");
    private static final Pattern LATER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern ELSE_AFTER_RETURN =
            Pattern.compile("(return|throw|continue|break)\\b[^;{}]*;\\s*\\}\\s*else\\b");
    private static final Pattern NAMED_TEST =
            Pattern.compile("`(?:([A-Z]\\w+Test)(?:\\.(\\w+))?|(defect_\\d\\d_)\\S*)`");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:@\\S+\\s+)*public (?:(?:final|abstract|sealed|non-sealed|static) )*"
                    + "(?:class|record|interface|enum|@interface) ");

    @Test
    void keeps_every_file_within_three_hundred_lines() {
        assertThat(sources(MAIN, TEST).filter(file -> lines(file) > LONGEST)).isEmpty();
    }

    @Test
    void names_its_columns() {
        assertThat(found(STAR, MAIN)).isEmpty();
    }

    @Test
    void leaves_nothing_for_later() {
        assertThat(found(LATER, MAIN, TEST).filter(file -> !file.endsWith("SourcesTest.java")))
                .isEmpty();
    }

    @Test
    void says_no_else_after_a_return() {
        assertThat(found(ELSE_AFTER_RETURN, MAIN)).isEmpty();
    }

    @Test
    void says_of_each_package_what_it_is_for() {
        assertThat(sources(MAIN)
                        .filter(file -> file.toString().endsWith(".java"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> Files.notExists(folder.resolve("package-info.java"))))
                .isEmpty();
    }

    @Test
    void says_of_each_public_type_what_it_is() {
        assertThat(sources(MAIN)
                        .filter(file -> file.toString().endsWith(".java"))
                        .filter(Predicate.not(SourcesTest::isDocumented)))
                .isEmpty();
    }

    /** As {@code ATest} or {@code ATest.a_method} in the documents, {@code defect_05_…} in the one on security. */
    @Test
    void names_in_the_documents_only_tests_that_are_there() {
        Map<String, String> tests = sources(TEST)
                .filter(file -> file.toString().endsWith("Test.java"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""), SourcesTest::text));
        String all = String.join("\n", tests.values());
        assertThat(files(Path.of("..", "docs"))
                        .filter(file -> file.toString().endsWith(".md"))
                        .flatMap(file -> NAMED_TEST.matcher(text(file)).results())
                        .filter(named -> named.group(3) == null
                                ? !tests.getOrDefault(named.group(1), "").contains(method(named.group(2)))
                                : !all.contains("void " + named.group(3)))
                        .map(MatchResult::group))
                .isEmpty();
    }

    /** What the class must contain; a class that is not there is empty. */
    private static String method(@Nullable String named) {
        return named == null ? "class " : "void " + named + "(";
    }

    private static boolean isDocumented(Path file) {
        String text = text(file);
        var type = TYPE.matcher(text);
        return !type.find() || text.substring(0, type.start()).contains("/**");
    }

    private static Stream<Path> found(Pattern pattern, Path... folders) {
        return sources(folders).filter(file -> pattern.matcher(text(file)).find());
    }

    private static Stream<Path> sources(Path... folders) {
        return Stream.of(folders)
                .flatMap(SourcesTest::files)
                .filter(file -> WRITTEN.stream().anyMatch(file.toString()::endsWith));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
