package fr.preau.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A workbook that is being written, sheet after sheet and row after row: nothing of it is held but the row.
 */
public interface BookWriter extends Closeable {
    /** Begins a sheet; the one before is over. */
    void tab(Tab tab) throws IOException;

    /** @param height in points */
    void row(int height, List<Box> boxes) throws IOException;
}
