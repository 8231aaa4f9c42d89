package fr.preau.territory;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import fr.preau.territory.DirectoryImportSql.Differences;
import fr.preau.territory.DirectoryImportSql.Unattached;
import fr.preau.territory.ImportReport.Named;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Imports a file of the ministry's directory, in one transaction: all of it or nothing, and twice is like once.
 *
 * <p>A line closes a school, an absence never does. An import never alters an open audit nor a grant: schools that
 * moved, merged or closed are listed as decisions to take.
 */
public final class DirectoryImport {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Above this share of a département's schools, an incomplete file is likelier than so many closures. */
    private static final double MOST_CLOSURES = 0.02;

    private final Database database;
    private final Journal journal;
    private final ReferenceTerritory reference;
    private final InstantSource clock;

    public DirectoryImport(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.reference = new ReferenceTerritory(journal);
        this.clock = clock;
    }

    /**
     * Reads the file, then writes it.
     *
     * @param progress told the number of lines read, every ten thousand
     * @throws Refusal when the file can't be read as a directory, when an override names no collectivity, or when a
     *     complete file lacks too many schools; nothing is written then
     */
    public ImportReport run(Actor actor, Path file, ImportOptions options, IntConsumer progress) {
        Directory directory = DirectoryFile.read(file, progress);
        return database.call(actor, tx -> {
            ImportReport report = merge(tx, actor, directory, options);
            if (options.dryRun()) {
                tx.rollback();
            }
            return report;
        });
    }

    private ImportReport merge(Handle tx, Actor actor, Directory directory, ImportOptions options) {
        DirectoryImportSql sql = tx.attach(DirectoryImportSql.class);
        compare(tx, sql, directory, options);
        List<Named> absent = options.complete() ? absent(sql, directory, options) : List.of();
        Differences differences = sql.differences();
        Map<LeftOut, Integer> leftOut = leftOut(directory, differences);
        Written written = write(sql);
        ImportCounts counts = counts(directory, leftOut, differences, written, absent.size());
        long number = record(tx, actor, directory, counts);
        sql.decide(number, absent.stream().map(school -> school.uai().value()).toList());
        sql.outdate(clock.instant(), actor.account());
        return new ImportReport(
                options.dryRun() ? 0 : number,
                directory.fileName(),
                options.dryRun(),
                counts,
                leftOut,
                directory.refused(),
                directory.flagged(),
                directory.duplicates(),
                sql.moved(),
                sql.merged(number),
                sql.closed(),
                absent);
    }

    /** Puts the lines beside what is known, each with its collectivity; writes nothing that lasts but groupings. */
    private void compare(Handle tx, DirectoryImportSql sql, Directory directory, ImportOptions options) {
        sql.waitForOtherImports();
        reference.load(tx);
        Map<String, String> overrides = new Overriding(sql).resolve(options.overrides(), directory.lines());
        new Staging(overrides).copy(tx, directory.lines());
        sql.createArrival();
        sql.analyzeArrival();
    }

    private Written write(DirectoryImportSql sql) {
        int communes = sql.insertCommunes();
        sql.nameCommunes();
        sql.fillSirens();
        sql.unmarkFictitious();
        sql.insertSchools();
        sql.updateSchools();
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        sql.endLinks(today);
        sql.openLinks(today);
        return new Written(communes, sql.unattached());
    }

    private static ImportCounts counts(
            Directory directory, Map<LeftOut, Integer> leftOut, Differences differences, Written written, int absent) {
        return new ImportCounts(
                directory.read(),
                differences.created(),
                differences.changed(),
                differences.unchanged(),
                directory.refused().size(),
                leftOut.values().stream().mapToInt(Integer::intValue).sum(),
                directory.duplicates().size(),
                directory.flagged().size(),
                differences.moved(),
                differences.closed(),
                absent,
                written.unattached().total(),
                written.unattached().ofPrivateSector(),
                written.communes());
    }

    /** What the merge wrote beside the schools themselves. */
    private record Written(int communes, Unattached unattached) {}

    private long record(Handle tx, Actor actor, Directory directory, ImportCounts counts) {
        long number = tx.attach(DirectoryImportSql.class)
                .log(directory.fileName(), directory.sha256(), clock.instant(), actor.account(), counts);
        Map<String, Object> after = Map.of("sha256", directory.sha256(), "counts", counts);
        journal.record(
                tx, Entry.of(actor, "directory.imported", "import/" + number).with(after));
        return number;
    }

    private static Map<LeftOut, Integer> leftOut(Directory directory, Differences differences) {
        Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
        leftOut.putAll(directory.leftOut());
        if (differences.ignored() > 0) {
            leftOut.put(LeftOut.CLOSED, differences.ignored());
        }
        return leftOut;
    }

    private static List<Named> absent(DirectoryImportSql sql, Directory directory, ImportOptions options) {
        List<Named> absent =
                sql.absent(directory.refused().stream().map(Remark::uai).toList());
        Map<String, Integer> lost = new TreeMap<>();
        absent.forEach(school -> lost.merge(school.department(), 1, Integer::sum));
        Map<String, Integer> known = sql.openSchools(List.copyOf(lost.keySet()));
        lost.forEach((department, schools) -> {
            int of = known.getOrDefault(department, 0);
            if (schools > MOST_CLOSURES * of && absent.size() > options.acceptClosures()) {
                throw Refusal.conflict("territory.import.closures", schools, of, department, absent.size());
            }
        });
        return absent;
    }
}
