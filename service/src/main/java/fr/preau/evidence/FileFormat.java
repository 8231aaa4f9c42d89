package fr.preau.evidence;

import java.util.List;

/**
 * The kinds of file that are taken, and no other: what a browser or an office suite shows without running it.
 *
 * <p>The name that a file comes under decides nothing but between the two kinds of text, which have no mark of their own.
 */
public enum FileFormat {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    TXT("text/plain", "txt", "log", "md"),
    CSV("text/csv", "csv");

    private final String mediaType;
    private final List<String> extensions;

    FileFormat(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a name with this extension, in lower case, tells the truth. */
    boolean goesBy(String extension) {
        return extensions.contains(extension);
    }

    /** What is put behind a name that says something else. */
    String extension() {
        return extensions.get(0);
    }
}
