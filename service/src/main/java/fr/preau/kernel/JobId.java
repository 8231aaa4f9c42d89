package fr.preau.kernel;

/** Id of a long piece of work. */
public record JobId(long value) implements NumberId {
    public static JobId fromString(String text) {
        return new JobId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
