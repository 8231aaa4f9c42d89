package fr.preau.deliverable;

import java.text.Normalizer;
import java.util.List;

/**
 * Makes a text printable without a word lost: what XML can't hold and what doesn't show is dropped, what the type has no
 * drawing for becomes « □ ».
 *
 * <p>A missing drawing would break the archive form of the PDF, so none may reach the press; the document's method note
 * says what the square stands for.
 */
public final class PrintableText {
    static final int SQUARE = 0x25A1;

    private final List<Typeface> typefaces;

    /** For the type of our documents. */
    public PrintableText() {
        this(Typeface.all());
    }

    PrintableText(List<Typeface> typefaces) {
        this.typefaces = List.copyOf(typefaces);
    }

    public String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder kept = new StringBuilder(composed.length());
        composed.codePoints()
                .filter(PrintableText::shows)
                .forEach(character -> kept.appendCodePoint(plain(character) || drawn(character) ? character : SQUARE));
        return kept.toString();
    }

    /** ASCII, of which the markup is made: every cut has it. */
    private static boolean plain(int character) {
        return character < 0x7F;
    }

    private boolean drawn(int character) {
        return typefaces.stream().allMatch(typeface -> typeface.draws(character));
    }

    private static boolean shows(int character) {
        if (character == '\n' || character == '\t') {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !skinTone(character);
        };
    }

    /** It only colours the emoji before it. */
    private static boolean skinTone(int character) {
        return character >= 0x1F3FB && character <= 0x1F3FF;
    }
}
