package fr.preau.demo;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.territory.DirectoryImport;
import fr.preau.territory.ImportOptions;
import fr.preau.territory.OverrideFile;
import fr.preau.territory.ReferenceTerritory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/**
 * Makes the demonstration in an empty database: territory by the real import, people, both campaigns, livrables. Its days are
 * counted from the day on which it is made. Never to be called on data that are not the demonstration's.
 */
public final class Demo {
    private static final String OBJECT = "demo";

    private final Database database;
    private final InstantSource clock;

    public Demo(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes the demonstration, unless it is there.
     *
     * @return whether it was made now
     * @throws Refusal conflict, when a former preparation was interrupted half-way or when these are somebody's data
     */
    public boolean prepare() {
        DemoCalendar calendar = DemoCalendar.of(Paris.today(clock));
        PastClock past = new PastClock(PastClock.at(calendar.beginning(), 0));
        DemoServices services = DemoServices.on(database.at(past), past);
        if (database.call(Actor.SYSTEM, tx -> isThere(tx, services.journal()))) {
            return false;
        }
        DemoTerritory territory = DemoTerritory.get();
        new ReferenceTerritory(services.journal()).load(database);
        services.checklists().publishShipped();
        services.codes().publishShipped();
        importDirectory(services, territory);
        DemoPeople people = new DemoPeople(database, services.accounts(), territory);
        DemoPeople.Editors editors = people.editors();
        DemoCampaigns.Played campaigns = new DemoCampaigns(services, people.cast(), calendar).play();
        new DemoDeliverables(services, editors, calendar).play(campaigns);
        past.set(clock.instant());
        database.run(
                Actor.SYSTEM, tx -> services.journal().record(tx, Entry.of(Actor.SYSTEM, "demo.prepared", OBJECT)));
        return true;
    }

    private static boolean isThere(Handle tx, Journal journal) {
        if (!journal.exactly(tx, OBJECT, 1).isEmpty()) {
            return true;
        }
        if (tx.attach(DemoSql.class).anyCampaign()) {
            throw Refusal.conflict("demo.interrupted");
        }
        return false;
    }

    private void importDirectory(DemoServices services, DemoTerritory territory) {
        try {
            Path folder = Files.createTempDirectory("preau-demo");
            Path file = folder.resolve("annuaire-fictif.csv");
            Path overrides = folder.resolve("rattachements-fictifs.csv");
            try {
                DemoDirectory directory = new DemoDirectory(territory);
                Files.write(file, directory.file());
                Files.write(overrides, directory.overrides());
                ImportOptions options = new ImportOptions(false, false, 0, OverrideFile.read(overrides));
                new DirectoryImport(database, services.journal(), services.clock())
                        .run(Actor.SYSTEM, file, options, lines -> {});
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(overrides);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
