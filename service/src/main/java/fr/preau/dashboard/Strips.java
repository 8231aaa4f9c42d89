package fr.preau.dashboard;

import fr.preau.checklist.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the letters of a comparison are drawn: a strip for all themes, then one a theme. Letters that would lie on each
 * other step down.
 *
 * @param height of the picture
 */
public record Strips(List<Strip> strips, int height) {
    private static final int LEFT = 210;
    private static final int WIDTH = 660;
    private static final int LINE = 40;
    private static final int FIRST = 28;
    private static final int FOOT = 10;
    private static final int APART = 19;
    private static final int STEP = 11;

    public Strips {
        strips = List.copyOf(strips);
    }

    /** One line; the whole is a stroke, null when it has no conformity. Title null is all themes. */
    public record Strip(
            @Nullable String title, int y, @Nullable Integer whole, List<Letter> letters) {}

    /** One unit on a line. */
    public record Letter(String letter, int x, int y) {}

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
        strips.add(strip(
                null,
                FIRST,
                heat.whole().figures().conformity(),
                page.chosen().stream().map(line -> line.figures().conformity()).toList()));
        for (Theme theme : heat.themes()) {
            strips.add(strip(
                    firstWord(theme.title()),
                    FIRST + LINE * strips.size(),
                    heat.whole().theme(theme.code()).conformity(),
                    page.chosen().stream()
                            .map(line -> line.theme(theme.code()).conformity())
                            .toList()));
        }
        return new Strips(strips, FIRST + LINE * strips.size() + FOOT);
    }

    private static Strip strip(@Nullable String title, int y, @Nullable Double whole, List<@Nullable Double> shares) {
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Double share = shares.get(i);
            if (share != null) {
                letters.add(new Letter(letter(i), x(share), y));
            }
        }
        letters.sort(Comparator.comparing(Letter::x));
        List<Letter> apart = new ArrayList<>();
        for (Letter letter : letters) {
            apart.add(apart.isEmpty() ? letter : beside(apart.get(apart.size() - 1), letter));
        }
        return new Strip(title, y, whole == null ? null : x(whole), apart);
    }

    /** What a theme is called where there is room for one word. */
    public static String firstWord(String title) {
        int end = 0;
        while (end < title.length() && title.charAt(end) != ' ' && title.charAt(end) != ',') {
            end++;
        }
        return title.substring(0, end);
    }

    private static Letter beside(Letter before, Letter letter) {
        if (letter.x() - before.x() >= APART) {
            return letter;
        }
        int y = letter.y();
        return new Letter(letter.letter(), letter.x(), before.y() > y ? y - STEP : y + STEP);
    }
}
