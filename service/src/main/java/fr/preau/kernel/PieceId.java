package fr.preau.kernel;

/** Id of a piece of evidence. */
public record PieceId(long value) implements NumberId {
    public static PieceId fromString(String text) {
        return new PieceId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
