package fr.preau.edition;

/** Who may receive a document, by the Traffic Light Protocol; from the widest circle to the narrowest. */
public enum Label {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT");

    private final String text;

    Label(String text) {
        this.text = text;
    }

    /** As it is printed on each page. */
    public String text() {
        return text;
    }

    /** The same without its prefix. */
    public String level() {
        return text.substring("TLP:".length());
    }

    /** Whether more people may receive it than the other. */
    public boolean lowerThan(Label other) {
        return compareTo(other) < 0;
    }

    /** Whether what may be shown under the other may be shown under this one. */
    public boolean allows(Label least) {
        return compareTo(least) >= 0;
    }
}
