package fr.preau.audit;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Message;
import fr.preau.kernel.PieceId;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What shows an answer: a file, a link, or the record that a document was seen. It is attached in the package
 * {@code evidence}; audits and shared answers show it.
 *
 * @param title cleaned name of the file, words of the link, or place where the document was seen
 * @param format code of the file's format, null when it is no file
 * @param size bytes of the file, null when it is no file
 * @param seenBy function of who has seen the document, not a name
 * @param shared the shared answer that it belongs to, with its owner; null for one of this audit's own
 */
public record Piece(
        PieceId id,
        Kind kind,
        String title,
        @Nullable String format,
        @Nullable Integer size,
        @Nullable String url,
        @Nullable LocalDate seenOn,
        @Nullable String seenBy,
        AccountId author,
        @Nullable String authorName,
        Instant at,
        @Nullable SharedAnswerId shared,
        @Nullable UnitId owner,
        @Nullable String ownerName) {

    /** What a piece is made of. */
    public enum Kind {
        FILE,
        LINK,
        CONSULTATION
    }

    /** The machine that a link leads to; it is said beside the link's words, which may say anything. */
    public String host() {
        return url == null ? "" : URI.create(url).getHost();
    }

    /** The unit that has attached it for many, as pages name it; null for one of this audit's own. */
    public @Nullable Message ownerLabel() {
        return owner == null ? null : UnitName.of(owner, ownerName == null ? "" : ownerName);
    }
}
