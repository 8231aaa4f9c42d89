package fr.preau.kernel;

/** Id of a corrective action. */
public record ActionId(long value) implements NumberId {
    public static ActionId fromString(String text) {
        return new ActionId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
