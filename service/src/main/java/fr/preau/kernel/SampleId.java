package fr.preau.kernel;

/** Id of a sample of schools drawn for a visit. */
public record SampleId(long value) implements NumberId {
    public static SampleId fromString(String text) {
        return new SampleId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
