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
        BookWriter writer(OutputStream out) throws IOException {
            return new OdsWriter(out);
        }
    },
    XLSX(XlsxWriter.TYPE) {
        @Override
        BookWriter writer(OutputStream out) {
            return new XlsxWriter(out);
        }
    };

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** Media type. */
    String type() {
        return type;
    }

    /** The end of a file's name, with its dot. */
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    abstract BookWriter writer(OutputStream out) throws IOException;

    static Format of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
