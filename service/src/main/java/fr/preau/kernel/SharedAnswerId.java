package fr.preau.kernel;

/** Id of an answer given once for many schools. */
public record SharedAnswerId(long value) implements NumberId {
    public static SharedAnswerId fromString(String text) {
        return new SharedAnswerId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
