package fr.preau.review;

import fr.preau.audit.Audits;
import fr.preau.database.Database;
import fr.preau.journal.Journal;
import java.time.InstantSource;

/** What a reviewer does beside deciding: says what they think, reads the queue, compares, goes and sees. */
public record ReviewServices(
        Opinions opinions, Queues queues, Samples samples, Snapshots snapshots, Submissions submissions) {
    /** The services on the one that decides. */
    public static ReviewServices on(
            Database database, Journal journal, Audits audits, Reviews reviews, InstantSource clock) {
        return new ReviewServices(
                new Opinions(database, journal, reviews, clock),
                new Queues(database, journal, clock),
                new Samples(database, journal, audits, clock),
                new Snapshots(database, journal, audits),
                new Submissions(database, reviews, clock));
    }
}
