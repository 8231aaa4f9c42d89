package fr.preau.bench;

import fr.preau.database.Database;
import fr.preau.database.JdbiSetup;
import fr.preau.demo.Country;
import io.dropwizard.jackson.Jackson;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/** What is done once: the whole country opened, the whole file imported; each beside its bare rows. */
record Wholes(Plan plan, Sql sql) {

    void addTo(Report report) throws Exception {
        double bareOpening = sql.bareOpening();
        long start = System.nanoTime();
        Jdbi owner = JdbiSetup.configure(Jdbi.create(plan.database()), Jackson.newObjectMapper());
        new Country(new Database(owner, InstantSource.system()), InstantSource.system(), 2).open(1);
        Measure opening = Measure.once("opening of a campaign for all schools", "opening", System.nanoTime() - start);
        report.addTo(opening, "the bare INSERT … SELECT into an equal table", bareOpening, "≤ 3");
        Measure imported = Measure.once("import of the directory", "import", plan.imported() * 1_000_000);
        report.addTo(imported, "COPY of its lines", sql.copy(Path.of(plan.text("directory"))), "≤ 3");
    }
}
