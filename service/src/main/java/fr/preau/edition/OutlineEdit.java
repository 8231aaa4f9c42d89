package fr.preau.edition;

import fr.preau.kernel.Refusal;

/**
 * A step on an outline, as somebody asks for it.
 *
 * @param section that it is about; empty where one is added
 * @param heading of what is added or renamed; else empty
 */
public record OutlineEdit(OutlineStep step, String section, String heading) {
    public OutlineEdit {
        heading = heading.strip();
    }

    /** The heading: one line, with a letter or a digit, so that it can be seen. */
    String named() {
        boolean seen = heading.codePoints().anyMatch(Character::isLetterOrDigit);
        boolean line = heading.codePoints().noneMatch(OutlineEdit::breaks);
        if (!seen || !line || heading.length() > Chapter.HEADING_LENGTH) {
            throw Refusal.invalid("heading", "edition.outline.heading", Chapter.HEADING_LENGTH);
        }
        return heading;
    }

    private static boolean breaks(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
