package fr.preau.evidence;

import fr.preau.kernel.Refusal;
import fr.preau.web.FormWithFile;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A link or a consultation as it was typed: shown again as it is when something is to be corrected. */
public record PieceForm(String kind, String url, String title, String place, String seenOn, String seenBy) {
    /** Nothing typed yet; also for a file, which a browser never shows again. */
    public static final PieceForm BLANK = new PieceForm("", "", "", "", "", "");

    static PieceForm of(MultivaluedMap<String, String> sent) {
        return new PieceForm(
                text(sent, "kind"),
                text(sent, "url"),
                text(sent, "title"),
                text(sent, "place"),
                text(sent, "seenOn"),
                text(sent, "seenBy"));
    }

    /** What was typed, as a piece. */
    NewPiece piece() {
        return switch (kind) {
            case "LINK" -> NewPiece.link(url, title);
            case "CONSULTATION" -> NewPiece.consultation(place, day(), seenBy);
            default -> throw Refusal.invalid("file", "evidence.file.none");
        };
    }

    /** Receives the file of a form, looks into it, and hands it on as long as that takes. */
    static <T> T received(String type, InputStream sent, Function<NewPiece, T> use) {
        try (Spool spool = Spool.empty()) {
            String name = FormWithFile.read(type, sent, "file", spool::write);
            return use.apply(NewPiece.file(spool, name));
        }
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(seenOn);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value;
    }
}
