package fr.preau.campaign;

import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Control;
import fr.preau.checklist.Level;
import fr.preau.checklist.SchoolType;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Prepares campaigns and fixes what they ask. Whether somebody may see a campaign follows from the audits that they see
 * in it, so lists for people are read in {@code audit}.
 */
public final class Campaigns {
    private final Database database;
    private final Journal journal;
    private final Checklists checklists;
    private final InstantSource clock;

    public Campaigns(Database database, Journal journal, Checklists checklists, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.checklists = checklists;
        this.clock = clock;
    }

    /**
     * Prepares a campaign on the latest checklist; nothing is asked of anybody before it is opened.
     *
     * @throws Refusal not found, when the actor is neither editor nor administrator of the campaign's unit
     */
    public CampaignId create(Actor by, NewCampaign campaign) {
        return database.call(by, tx -> {
            CampaignSql sql = tx.attach(CampaignSql.class);
            mustRun(sql, by, campaign.unit());
            CampaignId id = sql.insert(campaign, checklists.latest().id(), clock.instant(), by.account());
            campaign.levels().forEach((type, level) -> sql.insertType(id, type, level.number()));
            journal.record(
                    tx,
                    Entry.of(by, "campaign.created", "campaign/" + id)
                            .with(Map.of(
                                    "unit", campaign.unit().toString(),
                                    "opensOn", campaign.opensOn().toString(),
                                    "closesOn", campaign.closesOn().toString(),
                                    "fourEyes", campaign.fourEyes())));
            return id;
        });
    }

    /** Marks the campaign opened and fixes what it asks, in the caller's transaction. */
    public Campaign open(Handle tx, Actor by, CampaignId id) {
        CampaignSql sql = tx.attach(CampaignSql.class);
        Campaign campaign = sql.find(id).orElseThrow(Refusal::notFound);
        mustRun(sql, by, campaign.unit());
        if (sql.markOpened(id, clock.instant()) == 0) {
            throw Refusal.conflict("campaign.opened", campaign.name());
        }
        Checklist checklist = checklists.get(campaign.checklist());
        for (CampaignType asked : sql.types(id)) {
            Level highest = Level.of(asked.level());
            SchoolType type = asked.schoolType();
            List<Control> controls = checklist.controls(type).stream()
                    .filter(control -> control.level(type).number() <= highest.number())
                    .toList();
            sql.insertAsked(controls.stream()
                    .map(control -> AskedControl.of(id, type, control))
                    .toList());
        }
        return campaign;
    }

    /** The campaign, for a caller who has already decided that it may be seen. */
    public Campaign get(Handle tx, CampaignId id) {
        return tx.attach(CampaignSql.class).find(id).orElseThrow(Refusal::notFound);
    }

    /** The types of school that take part, with the highest level asked of each. */
    public List<CampaignType> types(Handle tx, CampaignId id) {
        return tx.attach(CampaignSql.class).types(id);
    }

    /** Refuses, as not found, an actor who runs no campaign of that unit. */
    private static void mustRun(CampaignSql sql, Actor by, UnitId unit) {
        if (!(by instanceof Principal principal)) {
            return;
        }
        List<UnitId> units = principal.held(Role.ADMINISTRATOR, Role.EDITOR).stream()
                .map(Grant::unit)
                .toList();
        if (!sql.liesWithin(unit, units)) {
            throw Refusal.notFound();
        }
    }
}
