package fr.preau.grid;

import fr.preau.audit.LastAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.web.Mark;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a row meets a column: how it looks, and what it says to who can't see it.
 *
 * @param kind what stands there
 * @param verdict the answer, or what is proposed; null when there is neither
 * @param last name of the campaign that the proposal comes from
 * @param pieces how many pieces of evidence the answer stands with
 */
public record Slot(
        Kind kind,
        @Nullable Verdict verdict,
        int version,
        boolean exception,
        boolean follows,
        @Nullable String last,
        int pieces) {
    /** What may stand in a cell. */
    public enum Kind {
        /** The person may answer it now. */
        WRITABLE,
        /** Seen, but another party's, or in an audit that is closed to answers. */
        READ,
        /** Asked, but not seen by this person before the audit is sent. */
        HIDDEN,
        /** Not asked of this type of school. */
        NOT_ASKED
    }

    static final Slot NONE = new Slot(Kind.NOT_ASKED, null, 0, false, false, null, 0);
    static final Slot UNSEEN = new Slot(Kind.HIDDEN, null, 0, false, false, null, 0);

    static Slot of(GridCell cell, boolean writable, Optional<LastAnswer> last) {
        Kind kind = writable ? Kind.WRITABLE : Kind.READ;
        if (cell.verdict() == null && last.isPresent()) {
            return new Slot(
                    kind,
                    last.get().verdict(),
                    cell.version(),
                    false,
                    false,
                    last.get().ofName(),
                    cell.pieces());
        }
        return new Slot(kind, cell.verdict(), cell.version(), cell.exception(), cell.follows(), null, cell.pieces());
    }

    public boolean writable() {
        return kind == Kind.WRITABLE;
    }

    public boolean proposed() {
        return last != null;
    }

    /** Whether nothing is answered: a proposal is no answer. */
    public boolean unanswered() {
        boolean seen = kind == Kind.WRITABLE || kind == Kind.READ;
        return seen && (verdict == null || last != null);
    }

    /** Classes of the cell. */
    public String style() {
        String base = shown() ? "v-" + mark().style().substring("is-".length()) : "v-off";
        return base + (exception ? " own" : "") + (last != null ? " last" : "") + (kind == Kind.READ ? " read" : "");
    }

    /** What the cell shows: a letter. */
    public String letter() {
        if (!shown()) {
            return "";
        }
        return verdict == null ? "·" : mark().key();
    }

    /** The answer's mark, that of no answer when there is none. */
    public Mark mark() {
        return Mark.of(verdict == null ? null : verdict.name());
    }

    private boolean shown() {
        return kind == Kind.WRITABLE || kind == Kind.READ;
    }
}
