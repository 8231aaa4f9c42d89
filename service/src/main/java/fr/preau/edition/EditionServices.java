package fr.preau.edition;

import fr.preau.database.Database;
import fr.preau.journal.Journal;
import java.time.InstantSource;

/** The services of the livrable, built together. */
public record EditionServices(
        Deliverables deliverables,
        Freezing freezing,
        Outlines outlines,
        Lives lives,
        Labelling labelling,
        Appearances appearances,
        Dossiers dossiers) {

    public static EditionServices on(Database database, Journal journal, Frame frame, InstantSource clock) {
        Workshop workshop = new Workshop(database, journal, frame, clock);
        Dossiers dossiers = new Dossiers(workshop);
        Deliverables deliverables = new Deliverables(workshop, dossiers);
        return new EditionServices(
                deliverables,
                new Freezing(deliverables),
                new Outlines(workshop),
                new Lives(workshop, dossiers),
                new Labelling(workshop),
                new Appearances(workshop),
                dossiers);
    }
}
