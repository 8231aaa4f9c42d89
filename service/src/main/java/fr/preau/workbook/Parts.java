package fr.preau.workbook;

import fr.preau.kernel.Refusal;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a zipped file that somebody sent, unpacked within a budget: what unpacks to more is refused when it is
 * spent, whatever the file says of itself.
 */
final class Parts implements Closeable {
    /** Most bytes that are read of one file, once unpacked. */
    static final long MOST_BYTES = 96L * 1024 * 1024;

    private final ZipFile zip;
    private long left;

    private Parts(ZipFile zip, long budget) {
        this.zip = zip;
        left = budget;
    }

    static Parts open(Path file) {
        return open(file, MOST_BYTES);
    }

    static Parts open(Path file, long budget) {
        try {
            return new Parts(new ZipFile(file.toFile()), budget);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /**
     * Reads one part as XML.
     *
     * @throws Refusal when there is no such part, when it is no XML or has a document type, or when the budget is spent
     */
    <T> T read(String name, Reading<T> reading) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw unreadable();
        }
        try (InputStream part = new Counted(zip.getInputStream(entry))) {
            XMLStreamReader xml = Xml.factory().createXMLStreamReader(part);
            return reading.of(xml);
        } catch (XMLStreamException | IOException e) {
            throw left < 0 ? tooLarge() : unreadable();
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NoSuchElementException e) {
            // The parser's own way of telling that a document is none.
            throw unreadable();
        }
    }

    /** What is made of a part. */
    interface Reading<T> {
        T of(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    static Refusal unreadable() {
        return Refusal.invalid("fichier", "workbook.file.unreadable");
    }

    static Refusal tooLarge() {
        return Refusal.invalid("fichier", "workbook.file.tooLarge");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return spent(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return spent(read, read);
        }

        private int spent(int result, int bytes) throws IOException {
            left -= result < 0 ? 0 : bytes;
            if (left < 0) {
                throw new ZipException("more than we read");
            }
            return result;
        }
    }
}
