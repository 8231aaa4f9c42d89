package fr.preau.territory;

import de.siegmar.fastcsv.reader.CsvRecord;
import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ministry's <em>Annuaire de l'éducation</em> ({@code fr-en-annuaire-education}) of any vintage.
 *
 * <p>A line that can't be taken is refused with its reason and the others are read; a file that can't be read as a
 * directory (encoding, header, cut short) is refused whole. It writes nothing: {@link DirectoryImport} does.
 */
final class DirectoryFile {
    private static final int PROGRESS_STEP = 10_000;

    private final IntConsumer progress;
    private final Map<Uai, DirectoryLine> lines = new LinkedHashMap<>();
    private final List<Remark> refused = new ArrayList<>();
    private final List<Remark> duplicates = new ArrayList<>();
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private @Nullable LineReader reader;
    private int read;
    private int lastShort = -1;

    private DirectoryFile(IntConsumer progress) {
        this.progress = progress;
    }

    /**
     * Reads a whole file.
     *
     * @param progress told the number of lines read, every ten thousand
     * @throws Refusal when the file is no such directory; the message says the line and the remedy
     */
    static Directory read(Path file, IntConsumer progress) {
        DirectoryFile reading = new DirectoryFile(progress);
        String sha256 = CsvSource.read(file, reading::row);
        if (reading.read == 0) {
            throw Refusal.invalid("file", "territory.file.empty");
        }
        if (reading.lastShort == reading.read && !CsvSource.endsWithLineBreak(file)) {
            throw Refusal.invalid("file", "territory.file.cut", reading.read + 1);
        }
        return new Directory(
                String.valueOf(file.getFileName()),
                sha256,
                reading.read,
                List.copyOf(reading.lines.values()),
                reading.refused,
                reading.duplicates.stream()
                        .sorted(Comparator.comparingInt(Remark::line))
                        .toList(),
                reading.leftOut);
    }

    private void row(CsvRecord row) {
        if (reader == null) {
            reader = new LineReader(DirectoryHeader.of(row), ShippedTerritory.get());
            return;
        }
        read++;
        if (read % PROGRESS_STEP == 0) {
            progress.accept(read);
        }
        try {
            checkWidth(row, reader.width());
            take(row, reader);
        } catch (Refusal refusal) {
            int line = Math.toIntExact(row.getStartingLineNumber());
            refused.add(new Remark(line, reader.uai(row), refusal.problem().message()));
        }
    }

    private void take(CsvRecord row, LineReader reader) {
        Classification what = reader.classify(row);
        if (what.type() == null) {
            leftOut.merge(Objects.requireNonNullElse(what.leftOut(), LeftOut.OTHER), 1, Integer::sum);
            return;
        }
        keep(reader.read(row, what.type()));
    }

    private void checkWidth(CsvRecord row, int width) {
        int fields = row.getFieldCount();
        if (fields < width) {
            lastShort = read;
            throw Refusal.invalid("file", "territory.line.short", fields, width);
        }
        if (fields > width) {
            // A separator in an unquoted name shifts every cell after it, and the last ones are often empty.
            throw Refusal.invalid("file", "territory.line.wide", fields, width);
        }
    }

    private void keep(DirectoryLine line) {
        DirectoryLine other = lines.putIfAbsent(line.uai(), line);
        if (other == null) {
            return;
        }
        boolean later = line.isLaterThan(other);
        if (later) {
            lines.put(line.uai(), line);
        }
        DirectoryLine kept = later ? line : other;
        DirectoryLine gone = later ? other : line;
        duplicates.add(new Remark(
                gone.line(), gone.uai().value(), Message.of("territory.line.duplicate", kept.line(), kept.name())));
    }
}
