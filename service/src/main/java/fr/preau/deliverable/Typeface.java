package fr.preau.deliverable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One cut of the document's type, Source Sans 3, out of the jar.
 *
 * @param weight as CSS counts it
 * @param letters which characters it has a drawing for
 * @param file the TrueType file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Typeface(int weight, boolean italic, CmapLookup letters, byte[] file) {
    /** Name of the family in the style sheet. */
    static final String FAMILY = "Source Sans 3";

    // The table directory at the head of a TrueType file.
    private static final int TABLE_COUNT = 4;
    private static final int FIRST_ENTRY = 12;
    private static final int ENTRY_LENGTH = 16;
    private static final int GSUB = 0x47535542;
    private static final int UNKNOWN = 0x67737562;

    /** The cuts that a document uses. */
    static List<Typeface> all() {
        return Holder.ALL;
    }

    /** Whether it has a drawing for the character. */
    boolean draws(int character) {
        return letters.getGlyphId(character) != 0;
    }

    private static Typeface load(String cut, int weight, boolean italic) {
        byte[] file = withoutSubstitutions(Resource.bytes("fonts/SourceSans3-" + cut + ".ttf"));
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return new Typeface(weight, italic, font.getUnicodeCmapLookup(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Renames the table of glyph substitutions, so that nobody finds it: PDFBox compiles its rules anew for every word,
     * nine tenths of the time of a report, to draw a few ligatures that the line's width is then not measured with.
     */
    private static byte[] withoutSubstitutions(byte[] file) {
        ByteBuffer font = ByteBuffer.wrap(file);
        int tables = font.getShort(TABLE_COUNT);
        for (int entry = FIRST_ENTRY; entry < FIRST_ENTRY + tables * ENTRY_LENGTH; entry += ENTRY_LENGTH) {
            if (font.getInt(entry) == GSUB) {
                font.putInt(entry, UNKNOWN);
            }
        }
        return file;
    }

    private static final class Holder {
        private static final List<Typeface> ALL = List.of(
                load("Light", 300, false),
                load("Regular", 400, false),
                load("Italic", 400, true),
                load("SemiBold", 600, false),
                load("Bold", 700, false));
    }
}
