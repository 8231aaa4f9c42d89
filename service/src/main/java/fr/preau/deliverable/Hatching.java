package fr.preau.deliverable;

import fr.preau.web.StackedBar.Part;
import java.util.Locale;

/** The slanting strokes over the « partiel » part of a bar: it is told from its neighbours without its colour. */
public final class Hatching {
    private static final double STEP = 22;
    private static final int SHEET_WIDTH = 900;
    private static final int SHEET_HEIGHT = 60;
    private static final int SHEET_STEP = 6;

    private Hatching() {}

    /** Strokes as a background, larger than any cell of a table: a figure that is hidden, also in black and white. */
    static String sheet() {
        StringBuilder path = new StringBuilder();
        for (int foot = -SHEET_HEIGHT; foot < SHEET_WIDTH; foot += SHEET_STEP) {
            path.append("M").append(foot).append(' ').append(SHEET_HEIGHT).append('l');
            path.append(SHEET_HEIGHT).append(" -").append(SHEET_HEIGHT);
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + SHEET_WIDTH + "\" height=\"" + SHEET_HEIGHT
                + "\" viewBox=\"0 0 " + SHEET_WIDTH + " " + SHEET_HEIGHT
                + "\"><path stroke=\"#b8ae9f\" stroke-width=\"0.6\" fill=\"none\" d=\"" + path + "\"/></svg>";
    }

    /** The strokes as SVG path data, cut at the part's edges. */
    public static String over(Part part, double height) {
        StringBuilder path = new StringBuilder();
        double right = part.x() + part.width();
        for (double foot = part.x() - height + STEP / 2; foot < right; foot += STEP) {
            double from = Math.max(0, (part.x() - foot) / height);
            double to = Math.min(1, (right - foot) / height);
            if (from < to) {
                path.append(String.format(
                        Locale.ROOT,
                        "M%.1f %.1fL%.1f %.1f",
                        foot + from * height,
                        height - from * height,
                        foot + to * height,
                        height - to * height));
            }
        }
        return path.toString();
    }
}
