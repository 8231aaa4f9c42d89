package fr.preau.press;

/** A signed file by its name, size and digest; its content is fetched by itself. */
public record IssuedFile(String name, String type, String sha256, int size) {

    /** What it is for, as a word that the messages know: its ending, or which of the two OSCAL files it is. */
    public String kind() {
        return name.startsWith("oscal-")
                ? name.replaceFirst("(oscal-[a-z]+)-.*", "$1")
                : name.replaceFirst(".*\\.", "");
    }
}
