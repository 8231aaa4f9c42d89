package fr.preau.evidence;

import fr.preau.audit.Piece;
import fr.preau.kernel.FreeText;
import fr.preau.kernel.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A piece to attach, right as it stands; whether the control and the day take it is for the service.
 *
 * @param format null when it is no file, as is {@code file}
 * @param file held open by who has received it
 */
public record NewPiece(
        Piece.Kind kind,
        String title,
        @Nullable FileFormat format,
        @Nullable Spool file,
        @Nullable String url,
        @Nullable LocalDate seenOn,
        @Nullable String seenBy) {
    /** Most characters of a link's words, or of a place. */
    public static final int TITLE_LENGTH = 200;
    /** Most characters of an address. */
    public static final int URL_LENGTH = 2_000;
    /** Most characters of a function. */
    public static final int FUNCTION_LENGTH = 120;

    /**
     * A file, once looked into.
     *
     * @param name as its sender calls it; empty for a form without a file
     */
    public static NewPiece file(Spool file, String name) {
        FileName cleaned = FileName.of(name);
        FileFormat format = Inspection.of(file.checked(), cleaned);
        return new NewPiece(Piece.Kind.FILE, cleaned.as(format), format, file, null, null, null);
    }

    /**
     * A link, which is shown and never followed by the service.
     *
     * @param words what it reads; without any, the machine that it leads to
     */
    public static NewPiece link(String url, String words) {
        String host = host(url.strip());
        String title = words.isBlank() ? host : text("title", words, TITLE_LENGTH);
        return new NewPiece(Piece.Kind.LINK, title, null, null, url.strip(), null, null);
    }

    /** A document that was looked at where it is kept. */
    public static NewPiece consultation(String place, @Nullable LocalDate day, String function) {
        if (day == null) {
            throw Refusal.invalid("seenOn", "evidence.seenOn.none");
        }
        String where = text("place", place, TITLE_LENGTH);
        String who = text("seenBy", function, FUNCTION_LENGTH);
        return new NewPiece(Piece.Kind.CONSULTATION, where, null, null, null, day, who);
    }

    /** Refuses a document that was seen on a day to come, or before computers had networks. */
    void mustBeSeenBy(LocalDate today) {
        if (seenOn != null && (seenOn.isAfter(today) || seenOn.getYear() < 2000)) {
            throw Refusal.invalid("seenOn", "evidence.seenOn.wrong", today);
        }
    }

    private static String host(String url) {
        try {
            URI address = new URI(url);
            boolean plain = "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
            if (plain && address.getRawUserInfo() != null) {
                throw Refusal.invalid("url", "evidence.url.password");
            }
            // As the database has it, too.
            if (plain && url.startsWith("https://") && url.length() <= URL_LENGTH) {
                return address.getHost();
            }
        } catch (URISyntaxException wrong) {
            // said below
        }
        throw Refusal.invalid("url", "evidence.url.wrong", URL_LENGTH);
    }

    private static String text(String field, String typed, int most) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw Refusal.invalid(field, "evidence.text.none");
        }
        if (text.length() > most || FreeText.holdsInvisible(text) || text.indexOf('\n') >= 0) {
            throw Refusal.invalid(field, "evidence.text.wrong", most);
        }
        return text;
    }
}
