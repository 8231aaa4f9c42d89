package fr.preau.kernel;

/** Id of a person's account. */
public record AccountId(long value) implements NumberId {
    /** What stands where the name of an erased account stood; pages say it in their own language ({@code Viewer.name}). */
    public static final String ERASED = "Compte effacé";

    public static AccountId fromString(String text) {
        return new AccountId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
