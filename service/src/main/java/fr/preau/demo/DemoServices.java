package fr.preau.demo;

import fr.preau.access.Accounts;
import fr.preau.audit.Answers;
import fr.preau.audit.Audits;
import fr.preau.audit.Openings;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.CitedCodes;
import fr.preau.database.Database;
import fr.preau.edition.EditionServices;
import fr.preau.edition.Frame;
import fr.preau.journal.Journal;
import fr.preau.review.Reviews;

/** The real services, on a clock that the demonstration sets. */
record DemoServices(
        Database database,
        PastClock clock,
        Journal journal,
        Accounts accounts,
        Checklists checklists,
        CitedCodes codes,
        Campaigns campaigns,
        Openings openings,
        Audits audits,
        Answers answers,
        Reviews reviews,
        EditionServices editions) {

    static DemoServices on(Database database, PastClock clock) {
        Journal journal = new Journal(clock);
        Checklists checklists = new Checklists(database, journal, clock);
        CitedCodes codes = new CitedCodes(database, journal);
        Campaigns campaigns = new Campaigns(database, journal, checklists, clock);
        Audits audits = new Audits(database, journal, checklists, clock);
        return new DemoServices(
                database,
                clock,
                journal,
                new Accounts(database, journal, clock),
                checklists,
                codes,
                campaigns,
                new Openings(database, journal, campaigns),
                audits,
                new Answers(database, journal, clock),
                new Reviews(database, journal, audits, clock),
                EditionServices.on(database, journal, Frame.of(checklists, codes), clock));
    }
}
