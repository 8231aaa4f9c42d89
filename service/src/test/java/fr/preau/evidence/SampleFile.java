package fr.preau.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as people send them, and as nobody in good faith does. */
final class SampleFile {
    static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR");
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private SampleFile() {}

    static byte[] pdf(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        for (String object : objects) {
            pdf.append(object).append('\n');
        }
        return bytes(pdf + "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");
    }

    /** A PDF that holds the object within a compressed stream. */
    static byte[] packedPdf(String object) {
        return packedPdf("/Filter /FlateDecode", deflated(object));
    }

    static byte[] packedPdf(String filter, byte[] content) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(bytes("%PDF-1.7\n1 0 obj << /Type /ObjStm /N 1 /First 4 " + filter + " /Length " + content.length
                + " >> stream\n"));
        pdf.writeBytes(content);
        pdf.writeBytes(bytes("\nendstream endobj\n%%EOF\n"));
        return pdf.toByteArray();
    }

    static byte[] docx(Map<String, byte[]> more) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                bytes("<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.wordprocessingml.document.main+xml\"/></Types>"));
        parts.put("word/document.xml", bytes("<w:document/>"));
        parts.putAll(more);
        return zip(parts);
    }

    static byte[] odt(Map<String, byte[]> more) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", bytes(FileFormat.ODT.mediaType()));
        parts.put("content.xml", bytes("<office:document-content/>"));
        parts.putAll(more);
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        return zip(out -> parts.forEach((name, content) -> put(out, name, content)));
    }

    /** A part of zeros, a thousand times larger than it looks. */
    static byte[] bomb() {
        return zip(out -> {
            put(out, "mimetype", bytes(FileFormat.ODT.mediaType()));
            try {
                out.putNextEntry(new ZipEntry("content.xml"));
                for (int i = 0; i < 65; i++) {
                    out.write(new byte[1024 * 1024]);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The zip with the mark of a password on its parts. */
    static byte[] locked(byte[] zip) {
        byte[] locked = zip.clone();
        for (int i = 0; i + 10 < locked.length; i++) {
            boolean local = locked[i] == 'P' && locked[i + 1] == 'K' && locked[i + 2] == 3 && locked[i + 3] == 4;
            boolean central = locked[i] == 'P' && locked[i + 1] == 'K' && locked[i + 2] == 1 && locked[i + 3] == 2;
            if (local || central) {
                locked[i + (local ? 6 : 8)] |= 1;
            }
        }
        return locked;
    }

    static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static NewPiece piece(byte[] content, String name) {
        return NewPiece.file(Spool.of(new ByteArrayInputStream(content)), name);
    }

    static byte[] deflated(String text) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes(text));
        deflater.finish();
        byte[] buffer = new byte[text.length() + 64];
        int length = deflater.deflate(buffer);
        deflater.end();
        return java.util.Arrays.copyOf(buffer, length);
    }

    private static byte[] zip(Consumer<ZipOutputStream> fill) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            fill.accept(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) {
        try {
            ZipEntry entry = new ZipEntry(name);
            if (name.equals("mimetype")) {
                CRC32 crc = new CRC32();
                crc.update(content);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
            }
            out.putNextEntry(entry);
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
