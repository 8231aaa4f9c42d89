package fr.preau.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file whose bytes follow from what is in it alone: no entry bears the hour at which it was written. */
public final class SteadyZip {
    /** Not the first instant that a ZIP can tell: Java then adds another one, which moves with the time zone. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;

    /** Begins a file; the stream stays the caller's to close. */
    public SteadyZip(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /** Begins an entry; write it, then end it. */
    public OutputStream begin(String name) throws IOException {
        zip.putNextEntry(entry(name));
        return zip;
    }

    public void end() throws IOException {
        zip.closeEntry();
    }

    /** An entry that is not compressed, as the first one of an OpenDocument file, which tells its kind. */
    public void stored(String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Writes what a ZIP ends with; nothing may follow. */
    public void finish() throws IOException {
        zip.finish();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        return entry;
    }
}
