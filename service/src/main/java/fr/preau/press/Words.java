package fr.preau.press;

import fr.preau.edition.Cell;
import fr.preau.edition.Hidden;
import fr.preau.edition.Row;
import fr.preau.edition.Table;
import fr.preau.kernel.Message;
import fr.preau.web.Formats;
import fr.preau.web.Messages;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How figures and what hides them read in French, the language of the document, alike in every format. */
public final class Words {
    private static final Messages MESSAGES = Messages.load();
    static final Formats FORMATS = Formats.of(Messages.FRENCH);

    private Words() {}

    /** A cell as people read it; « — » where there is no figure, and a word where there is one that is hidden. */
    public static String of(Cell cell) {
        return switch (cell.kind()) {
            case NUMBER -> FORMATS.number(cell.number());
            case SHARE -> FORMATS.percent(cell.share());
            case CHANGE -> FORMATS.points(cell.share());
            case TEXT -> Objects.requireNonNull(cell.text());
            case HIDDEN -> "masqué";
            case NOTHING -> Formats.NOTHING;
        };
    }

    /** Why figures of the table are hidden, each reason once; none where its own notes say so already. */
    public static List<String> reasons(Table table) {
        if (table.notes().stream().anyMatch(note -> note.startsWith("Masqué"))) {
            return List.of();
        }
        Set<Hidden> reasons = EnumSet.noneOf(Hidden.class);
        for (Row row : table.rows()) {
            row.cells().stream().map(Cell::hidden).filter(Objects::nonNull).forEach(reasons::add);
        }
        return reasons.stream().map(Words::of).toList();
    }

    /** A message in French. */
    static String of(Message message) {
        return MESSAGES.text(Messages.FRENCH, message);
    }

    /** Why a figure is hidden. */
    static String of(Hidden hidden) {
        return of(Message.of("edition.hidden." + hidden));
    }
}
