package fr.preau.kernel;

/** Id of a person's account. */
public record AccountId(long value) implements NumberId {
    public static AccountId fromString(String text) {
        return new AccountId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
