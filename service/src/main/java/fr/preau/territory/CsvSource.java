package fr.preau.territory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fr.preau.kernel.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Reads a CSV file as people save them: with or without BOM, any line end, {@code ;} {@code ,} or tab, quotes or none.
 *
 * <p>UTF-8 only, and strictly: a Latin-1 file read as UTF-8 would spoil every accent in silence.
 */
final class CsvSource {
    private static final int HEAD = 64 * 1024;

    private final Path file;
    private long line;

    private CsvSource(Path file) {
        this.file = file;
    }

    /**
     * Gives each record to the consumer, the header first.
     *
     * @return SHA-256 of the file, in hexadecimal
     * @throws Refusal when it can't be read as such a file; the consumer's own pass through
     */
    static String read(Path file, Consumer<CsvRecord> consumer) {
        CsvSource source = new CsvSource(file);
        try {
            return source.read(consumer);
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("file", "territory.file.encoding", source.firstLineNotUtf8());
        } catch (CsvParseException e) {
            throw Refusal.invalid("file", "territory.file.quote", source.line + 1);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    /** Whether the last line is whole, as far as its end tells. */
    static boolean endsWithLineBreak(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(Math.max(0, channel.size() - 1)).read(last);
            return last.get(0) == '\n' || last.get(0) == '\r';
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private String read(Consumer<CsvRecord> consumer) throws IOException {
        MessageDigest digest = sha256();
        var bytes = new DigestInputStream(Files.newInputStream(file), digest);
        // A decoder, unlike a charset, reports what it can't read.
        try (var text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), HEAD)) {
            CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text);
            for (CsvRecord row : csv) {
                line = row.getStartingLineNumber();
                consumer.accept(row);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Passes the BOM and looks at the first line: its most frequent separator is the file's. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        text.mark(HEAD);
        char[] head = new char[HEAD];
        int length = Math.max(0, text.read(head, 0, HEAD));
        text.reset();
        String first = new String(head, 0, length).lines().findFirst().orElse("");
        char best = ';';
        for (char candidate : new char[] {',', '\t'}) {
            best = count(first, candidate) > count(first, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    /** The decoder stops a buffer ahead of the line, so the line is looked for again. */
    private int firstLineNotUtf8() {
        try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int number = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!isUtf8(text.getBytes(StandardCharsets.ISO_8859_1))) {
                    return number;
                }
            }
            return number;
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Refusal unreadable(Path file) {
        return Refusal.invalid("file", "territory.file.unreadable", String.valueOf(file.getFileName()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
