package fr.preau.plan;

import fr.preau.checklist.Party;
import fr.preau.kernel.FreeText;
import fr.preau.kernel.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one writes of an action, when it is planned and when it changes.
 *
 * @param party who is to do it, whoever the control falls to
 * @param cost whole euros, null when it is not known
 * @param note null when there is none
 */
public record NewAction(
        String title,
        Party party,
        LocalDate dueOn,
        @Nullable Integer cost,
        @Nullable String note) {
    public static final int TITLE_LENGTH = 200;
    public static final int NOTE_LENGTH = 4_000;
    public static final int MOST = 100_000_000;

    public NewAction {
        title = title.strip();
        note = note == null || note.isBlank() ? null : note.strip().replace("\r\n", "\n");
        if (title.isEmpty()) {
            throw Refusal.invalid("title", "plan.title.none");
        }
        if (title.length() > TITLE_LENGTH) {
            throw Refusal.invalid("title", "plan.title.long", TITLE_LENGTH);
        }
        if (title.contains("\n") || FreeText.holdsInvisible(title)) {
            throw Refusal.invalid("title", "audit.comment.control");
        }
        if (cost != null && (cost < 0 || cost > MOST)) {
            throw Refusal.invalid("cost", "plan.cost.range", MOST);
        }
        if (note != null && note.length() > NOTE_LENGTH) {
            throw Refusal.invalid("note", "plan.note.long", NOTE_LENGTH);
        }
        if (note != null && FreeText.holdsInvisible(note)) {
            throw Refusal.invalid("note", "audit.comment.control");
        }
    }

    /** Title and note as one free text, as the journal keeps it. */
    String text() {
        return note == null ? title : title + "\n" + note;
    }
}
