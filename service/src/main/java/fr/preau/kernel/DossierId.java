package fr.preau.kernel;

/** Id of what was proposed of a deliverable, frozen whole. */
public record DossierId(long value) implements NumberId {
    public static DossierId fromString(String text) {
        return new DossierId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
