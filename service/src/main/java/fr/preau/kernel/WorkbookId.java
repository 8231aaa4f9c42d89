package fr.preau.kernel;

/** Id of a workbook that was read in. */
public record WorkbookId(long value) implements NumberId {
    public static WorkbookId fromString(String text) {
        return new WorkbookId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
