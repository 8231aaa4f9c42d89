package fr.preau.kernel;

/** Id of figures that were frozen at one moment. */
public record SnapshotId(long value) implements NumberId {
    public static SnapshotId fromString(String text) {
        return new SnapshotId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
