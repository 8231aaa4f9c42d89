package fr.preau.access.factor;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as one SVG path, one unit a module, with the four light modules around it that a reader needs. The template
 * draws it in black on white whatever the theme: readers want it so.
 *
 * @param side width and height of the view box
 * @param path the dark modules, row by row
 */
public record Picture(int side, String path) {
    private static final int MARGIN = 4;

    /** The picture of a text. */
    public static Picture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int run = run(code, x, y);
                if (run > 0) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x + MARGIN, y + MARGIN, run, run));
                }
                x += run + 1;
            }
        }
        return new Picture(code.size + 2 * MARGIN, path.toString());
    }

    /** How many dark modules follow each other from there. */
    private static int run(QrCode code, int x, int y) {
        int end = x;
        while (code.getModule(end, y)) {
            end++;
        }
        return end - x;
    }
}
