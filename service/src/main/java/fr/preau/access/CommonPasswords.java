package fr.preau.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the passwords that a guesser tries first: one or two words of a list, or of the person's own, with some digits
 * and signs around them. Three unrelated words pass; no mixture of kinds of characters is ever asked for.
 */
final class CommonPasswords {
    private static final String LIST = "/passwords/common.txt";
    private static final Set<String> LISTED = read();
    private static final String PRODUCT = "preau";

    /** So many words of the list are no better than one. */
    private static final int FEW_WORDS = 2;
    /** A year, a date or a telephone's last digits add nothing. */
    private static final int FREE_DIGITS = 6;
    /** So many characters of one's own make the difference. */
    private static final int LEAST_OWN = 4;

    private static final int LEAST_DISTINCT = 5;
    private static final int SHORTEST_OWN_WORD = 3;

    private CommonPasswords() {}

    /**
     * Whether it is one of them.
     *
     * @param name the person's, whose words count as listed; null when it is not known
     * @param email likewise
     */
    static boolean isCommon(String password, @Nullable String name, @Nullable String email) {
        Set<String> words = new HashSet<>(LISTED);
        words.add(PRODUCT);
        Stream.of(Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(email, ""))
                .forEach(text -> words.addAll(wordsOf(text)));
        String spoken = password.toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't')
                .replace('8', 'b');
        return Stream.of(password, spoken).map(CommonPasswords::fold).anyMatch(form -> isWeak(form, words));
    }

    private static boolean isWeak(String form, Set<String> words) {
        int longest = words.stream().mapToInt(String::length).max().orElse(0);
        Set<String> met = new HashSet<>();
        int letters = 0;
        int digits = 0;
        int at = 0;
        while (at < form.length()) {
            String word = longestAt(form, at, longest, words);
            if (word != null) {
                met.add(word);
            } else if (Character.isDigit(form.charAt(at))) {
                digits++;
            } else {
                letters++;
            }
            at += word == null ? 1 : word.length();
        }
        boolean few = met.size() <= FEW_WORDS && letters + Math.max(0, digits - FREE_DIGITS) < LEAST_OWN;
        return few || form.chars().distinct().count() < LEAST_DISTINCT;
    }

    private static @Nullable String longestAt(String form, int at, int longest, Set<String> words) {
        for (int end = Math.min(form.length(), at + longest); end >= at + SHORTEST_OWN_WORD; end--) {
            String part = form.substring(at, end);
            if (words.contains(part)) {
                return part;
            }
        }
        return null;
    }

    private static List<String> wordsOf(String text) {
        return Stream.of(text.split("[^\\p{L}\\p{M}\\p{Nd}]+", -1))
                .map(CommonPasswords::fold)
                .filter(word -> word.length() >= SHORTEST_OWN_WORD)
                .toList();
    }

    /** Letters and digits alone, small and without accents. */
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static Set<String> read() {
        try (InputStream file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST), LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ", -1)))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
