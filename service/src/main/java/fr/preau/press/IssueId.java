package fr.preau.press;

import fr.preau.kernel.NumberId;

/** Id of an issue: an edition's files, or a copy's. */
public record IssueId(long value) implements NumberId {
    public static IssueId fromString(String text) {
        return new IssueId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
