package fr.preau.kernel;

/** Id of one published version of a checklist. */
public record ChecklistId(long value) implements NumberId {
    public static ChecklistId fromString(String text) {
        return new ChecklistId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
