package fr.preau.workbook;

/**
 * One cell to write.
 *
 * @param across columns that it covers, 1 for itself alone
 */
public record Box(String text, Style style, int across) {
    public static Box of(String text, Style style) {
        return new Box(text, style, 1);
    }
}
