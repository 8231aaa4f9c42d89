package fr.preau.kernel;

/** Id of a free group of schools. */
public record LabelId(long value) implements NumberId {
    public static LabelId fromString(String text) {
        return new LabelId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
