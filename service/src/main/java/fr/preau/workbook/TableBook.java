package fr.preau.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OpenDocument spreadsheet of one plain table, written row after row: texts stay texts, whatever they begin with;
 * whole numbers and shares are numbers, so that a spreadsheet adds them up and writes them in its reader's language.
 */
public final class TableBook implements Closeable {
    public static final String TYPE = OdsWriter.TYPE;

    private final OdsWriter writer;
    private final String name;
    private List<String> notes = List.of();

    private TableBook(OdsWriter writer, String name) {
        this.writer = writer;
        this.name = name;
    }

    /** Begins a file; the stream stays the caller's to close. */
    public static TableBook to(OutputStream out, String name) throws IOException {
        return new TableBook(new OdsWriter(out, false), name);
    }

    /** Lines over the table: what it is, of whom, of when. */
    public void notes(List<String> lines) {
        notes = List.copyOf(lines);
    }

    /** Begins the table; to be called once, after the notes. */
    public void heads(List<String> heads) throws IOException {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(heads.size(), Layout.ANSWER_WIDTH));
        widths.set(0, Layout.COMMENT_WIDTH);
        writer.tab(new Tab(name, widths, 1, notes.size() + 1, false));
        for (String note : notes) {
            writer.row(Layout.LINE, List.of(Box.of(note, Style.TEXT)));
        }
        writer.row(
                Layout.HEAD_HEIGHT,
                heads.stream().map(head -> Box.of(head, Style.HEAD)).toList());
    }

    /** A row: texts, whole numbers, shares as {@code Double}, null for nothing. */
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        List<Box> boxes = new ArrayList<>();
        for (Object cell : cells) {
            boxes.add(box(cell));
        }
        writer.row(Layout.LINE, boxes);
    }

    private static Box box(@Nullable Object cell) {
        if (cell instanceof Double share) {
            return Box.of(BigDecimal.valueOf(share).toPlainString(), Style.SHARE);
        }
        return Box.of(cell == null ? "" : cell.toString(), cell instanceof Number ? Style.NUMBER : Style.TEXT);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
