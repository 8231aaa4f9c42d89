package fr.preau.kernel;

/** Id of one school's audit in one campaign. */
public record AuditId(long value) implements NumberId {
    public static AuditId fromString(String text) {
        return new AuditId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
