package fr.preau.kernel;

/** An id kept as a {@code bigint}; bound and read like {@link TextId}. */
public interface NumberId {
    long value();

    /**
     * Reads an id out of a path or a form.
     *
     * @throws Refusal not found, when the text is no positive number: no such thing can exist
     */
    static long parse(String text) {
        try {
            long value = Long.parseLong(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // not a number, so nobody's id: told like an unknown one
        }
        throw Refusal.notFound();
    }
}
