package fr.preau.edition;

import org.jspecify.annotations.Nullable;

/**
 * One cell of a table: a kind, and the one value that goes with it.
 *
 * @param number of a NUMBER, whole
 * @param share of a SHARE, 0 to 1, to be shown as a percentage; of a CHANGE, −1 to 1, to be shown as signed points
 * @param text of a TEXT, which is plain: never markup
 * @param hidden why, of a HIDDEN one
 */
public record Cell(
        Kind kind,
        @Nullable Long number,
        @Nullable Double share,
        @Nullable String text,
        @Nullable Hidden hidden) {

    /** What a cell holds. */
    public enum Kind {
        NUMBER,
        SHARE,
        CHANGE,
        TEXT,
        /** Shown by a mark that needs no colour, with its reason under the table. */
        HIDDEN,
        /** Nothing asked or nothing counted: shown « — ». */
        NOTHING
    }

    public Cell {
        boolean right = switch (kind) {
            case NUMBER -> number != null && share == null && text == null && hidden == null;
            case SHARE, CHANGE ->
                share != null && within(kind, share) && number == null && text == null && hidden == null;
            case TEXT -> text != null && number == null && share == null && hidden == null;
            case HIDDEN -> hidden != null && number == null && share == null && text == null;
            case NOTHING -> number == null && share == null && text == null && hidden == null;
        };
        if (!right) {
            throw new IllegalArgumentException("a cell of kind " + kind + " holds its own value alone");
        }
    }

    private static boolean within(Kind kind, double share) {
        return share <= 1 && share >= (kind == Kind.CHANGE ? -1 : 0);
    }

    public static Cell number(long number) {
        return new Cell(Kind.NUMBER, number, null, null, null);
    }

    /** A share; null is nothing counted. */
    public static Cell share(@Nullable Double share) {
        return share == null ? nothing() : new Cell(Kind.SHARE, null, share, null, null);
    }

    /** A difference of two shares; null is nothing to compare. */
    public static Cell change(@Nullable Double change) {
        return change == null ? nothing() : new Cell(Kind.CHANGE, null, change, null, null);
    }

    public static Cell text(String text) {
        return new Cell(Kind.TEXT, null, null, text, null);
    }

    public static Cell hidden(Hidden why) {
        return new Cell(Kind.HIDDEN, null, null, null, why);
    }

    public static Cell nothing() {
        return new Cell(Kind.NOTHING, null, null, null, null);
    }
}
