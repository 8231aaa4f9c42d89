package fr.preau.dashboard;

import fr.preau.audit.Figures;
import fr.preau.checklist.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the letters of a comparison are drawn: a strip for all themes, then one a theme. Letters that would lie on each
 * other stand on each other, and their strip takes the room that they need.
 *
 * @param height of the picture
 */
public record Strips(List<Strip> strips, int height) {
    private static final int LEFT = 210;
    private static final int WIDTH = 660;
    private static final int LINE = 34;
    private static final int FIRST = 28;
    private static final int FOOT = 10;
    private static final int APART = 19;
    private static final int STEP = 19;

    public Strips {
        strips = List.copyOf(strips);
    }

    /** One line; the whole is a stroke, null when it has no conformity. Title null is all themes. */
    public record Strip(
            @Nullable String title, int y, @Nullable Integer whole, List<Letter> letters) {}

    /** One unit on a line. */
    public record Letter(String letter, int x, int y) {
        Letter down(int by) {
            return new Letter(letter, x, y + by);
        }
    }

    /** A for the first, B for the second. */
    public static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    /** The place of a share from 0 to 1. */
    public static int x(double share) {
        return (int) Math.round(LEFT + WIDTH * share);
    }

    public static Strips of(Versus page) {
        Heat heat = page.heat();
        List<Strip> strips = new ArrayList<>();
        int y = 0;
        for (@Nullable Theme theme : themes(heat)) {
            Function<Line, Figures> figures = line -> theme == null ? line.figures() : line.theme(theme.code());
            List<Letter> letters = letters(page.chosen().stream()
                    .map(line -> figures.apply(line).conformity())
                    .toList());
            int above = letters.stream().mapToInt(letter -> -letter.y()).max().orElse(0);
            int line = y + above + (strips.isEmpty() ? FIRST : LINE);
            Double whole = figures.apply(heat.whole()).conformity();
            strips.add(new Strip(
                    theme == null ? null : firstWord(theme.title()),
                    line,
                    whole == null ? null : x(whole),
                    letters.stream().map(letter -> letter.down(line)).toList()));
            y = line;
        }
        return new Strips(strips, y + LINE + FOOT);
    }

    private static List<@Nullable Theme> themes(Heat heat) {
        List<@Nullable Theme> themes = new ArrayList<>();
        themes.add(null);
        themes.addAll(heat.themes());
        return themes;
    }

    /** Around a line at 0: each as low as the letters left of it leave room. */
    private static List<Letter> letters(List<@Nullable Double> shares) {
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Double share = shares.get(i);
            if (share != null) {
                letters.add(new Letter(letter(i), x(share), 0));
            }
        }
        letters.sort(Comparator.comparing(Letter::x));
        List<Letter> apart = new ArrayList<>();
        for (Letter letter : letters) {
            int up = 0;
            while (taken(apart, letter.x(), -up * STEP)) {
                up++;
            }
            apart.add(letter.down(-up * STEP));
        }
        return apart;
    }

    private static boolean taken(List<Letter> letters, int x, int y) {
        return letters.stream().anyMatch(letter -> letter.y() == y && x - letter.x() < APART);
    }

    /** What a theme is called where there is room for one word. */
    public static String firstWord(String title) {
        int end = 0;
        while (end < title.length() && title.charAt(end) != ' ' && title.charAt(end) != ',') {
            end++;
        }
        return title.substring(0, end);
    }
}
