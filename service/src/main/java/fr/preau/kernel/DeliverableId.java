package fr.preau.kernel;

/** Id of a deliverable, from its draft to its end. */
public record DeliverableId(long value) implements NumberId {
    public static DeliverableId fromString(String text) {
        return new DeliverableId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
