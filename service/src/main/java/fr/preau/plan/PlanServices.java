package fr.preau.plan;

import fr.preau.audit.Answers;
import fr.preau.audit.Audits;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Checklists;
import fr.preau.database.Database;
import fr.preau.journal.Journal;
import java.time.InstantSource;

/** The services of this feature, as the root wires them. */
public record PlanServices(
        Plans plans, Actions actions, Renewals renewals, Starts starts, Assignments assignments, Todos todos) {

    /** What they stand on. */
    public record Ground(
            Database database, Journal journal, Campaigns campaigns, Checklists checklists, Audits audits) {}

    public static PlanServices on(Ground ground, Answers answers, InstantSource clock) {
        Database database = ground.database();
        Journal journal = ground.journal();
        Audits audits = ground.audits();
        Actions actions = new Actions(database, journal, audits, ground.checklists(), clock);
        return new PlanServices(
                new Plans(database, journal, audits, clock),
                actions,
                new Renewals(database, journal, actions, answers),
                new Starts(database, audits, ground.campaigns(), ground.checklists(), clock),
                new Assignments(database, journal, audits, clock),
                new Todos(database, ground.checklists(), clock));
    }
}
