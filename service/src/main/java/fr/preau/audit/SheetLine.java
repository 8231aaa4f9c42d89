package fr.preau.audit;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Message;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One control in the form of a theme.
 *
 * @param cell the answer as it stands
 * @param verdict what the form holds, null when nothing is chosen
 * @param seen version that the form sends back
 * @param was what the form held when it was made: a line that is still so is not sent, and can't be stale
 * @param stored what somebody else has saved since
 */
public record SheetLine(
        Cell cell,
        boolean writable,
        @Nullable Verdict verdict,
        String comment,
        int seen,
        String was,
        @Nullable Message error,
        @Nullable SavedAnswer stored) {

    static SheetLine of(Cell cell, boolean writable) {
        String comment = cell.comment() == null ? "" : cell.comment();
        return new SheetLine(
                cell, writable, cell.verdict(), comment, cell.version(), mark(cell.verdict(), comment), null, null);
    }

    /** The same line as it was sent. */
    SheetLine typed(MultivaluedMap<String, String> form) {
        String code = "." + cell.control();
        if (!writable || !form.containsKey("version" + code)) {
            return this;
        }
        return new SheetLine(
                cell,
                true,
                SheetPages.verdictOf(form.getFirst("verdict" + code)),
                text(form, "comment" + code).strip().replace("\r\n", "\n"),
                number(text(form, "version" + code)),
                text(form, "was" + code),
                null,
                null);
    }

    /** Whether something was chosen or typed. */
    boolean touched() {
        return writable && !was.equals(mark(verdict, comment)) && (verdict != null || !comment.isEmpty());
    }

    CellSave save(AuditId audit) {
        return new CellSave(audit, cell.control(), seen, Objects.requireNonNull(verdict), comment, false);
    }

    /** What stands now, under what was typed: to be sent again on what one has now seen. */
    SheetLine refused(SheetLine typed, Message why, @Nullable CellOutcome outcome) {
        SavedAnswer other = outcome == null ? null : outcome.stored();
        return new SheetLine(cell, writable, typed.verdict, typed.comment, cell.version(), was, why, other);
    }

    private static String mark(@Nullable Verdict verdict, String comment) {
        return (verdict == null ? "" : verdict.name()) + "." + Integer.toHexString(comment.hashCode());
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
