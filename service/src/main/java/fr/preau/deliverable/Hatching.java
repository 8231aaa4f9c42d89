package fr.preau.deliverable;

import fr.preau.web.StackedBar.Part;
import java.util.Locale;

/** The slanting strokes over the « partiel » part of a bar: it is told from its neighbours without its colour. */
public final class Hatching {
    private static final double STEP = 22;

    private Hatching() {}

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
