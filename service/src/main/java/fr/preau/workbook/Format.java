package fr.preau.workbook;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;

/** The two kinds of file. */
public enum Format {
    ODS(OdsWriter.TYPE) {
        @Override
        BookWriter writer(OutputStream out, boolean locked) throws IOException {
            return new OdsWriter(out, locked);
        }
    },
    XLSX(XlsxWriter.TYPE) {
        @Override
        BookWriter writer(OutputStream out, boolean locked) {
            return new XlsxWriter(out, locked);
        }
    };

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** Media type. */
    public String type() {
        return type;
    }

    /** The end of a file's name, with its dot. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    abstract BookWriter writer(OutputStream out, boolean locked) throws IOException;

    /** A book to fill in: only what may be typed can be. */
    BookWriter writer(OutputStream out) throws IOException {
        return writer(out, true);
    }

    /** A book of figures, to sort and to count on with. */
    public BookWriter figures(OutputStream out) throws IOException {
        return writer(out, false);
    }

    static Format of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
