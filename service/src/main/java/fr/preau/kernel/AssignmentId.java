package fr.preau.kernel;

/** Id of the assignment of a theme to a person. */
public record AssignmentId(long value) implements NumberId {
    public static AssignmentId fromString(String text) {
        return new AssignmentId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
