package fr.preau.audit;

import fr.preau.campaign.Campaigns;
import fr.preau.database.Database;
import fr.preau.journal.Journal;
import java.time.InstantSource;

/** What whoever runs a campaign does while it runs, built together. */
public record FollowServices(RosterChanges changes, Follows follows, Reminders reminders) {
    public static FollowServices on(
            Database database, Journal journal, Campaigns campaigns, Audits audits, InstantSource clock) {
        return new FollowServices(
                new RosterChanges(database, journal, campaigns, clock),
                new Follows(database, audits, new Extensions(database, journal, campaigns, clock), clock),
                new Reminders(database, journal, campaigns, clock));
    }
}
