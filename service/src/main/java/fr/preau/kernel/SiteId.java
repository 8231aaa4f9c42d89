package fr.preau.kernel;

/** Id of an agreement between two collectivities about two schools on one site. */
public record SiteId(long value) implements NumberId {
    public static SiteId fromString(String text) {
        return new SiteId(NumberId.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
