package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Opens a campaign: fixes what it asks and inserts its audits, all or nothing. */
public final class Openings {
    private final Database database;
    private final Journal journal;
    private final Campaigns campaigns;

    public Openings(Database database, Journal journal, Campaigns campaigns) {
        this.database = database;
        this.journal = journal;
        this.campaigns = campaigns;
    }

    /**
     * Opens the campaign.
     *
     * @return number of audits inserted
     * @throws Refusal not found for a unit that one doesn't run; conflict when it is already open, or when no school
     *     of its types lies in its unit
     */
    public int open(Actor by, CampaignId id) {
        return database.call(by, tx -> {
            Campaign campaign = campaigns.open(tx, by, id);
            AuditSql sql = tx.attach(AuditSql.class);
            sql.createPartition(id);
            int audits = sql.insertAudits(id);
            if (audits == 0) {
                throw Refusal.conflict("campaign.noSchool", campaign.name());
            }
            sql.refreshStatistics(id);
            journal.record(tx, Entry.of(by, "campaign.opened", "campaign/" + id).with(Map.of("audits", audits)));
            return audits;
        });
    }

    /** Adds the schools that an opened campaign's roster has not got yet, in the caller's transaction. */
    public List<AuditId> join(Handle tx, Actor by, CampaignId id) {
        List<AuditId> audits = tx.attach(AuditSql.class).insertMissing(id);
        if (!audits.isEmpty()) {
            journal.record(tx, Entry.of(by, "campaign.joined", "campaign/" + id).with(Map.of("audits", audits.size())));
        }
        return audits;
    }

    /** How many audits the opening would insert, by what the territory says now. */
    public int expected(Principal by, CampaignId id) {
        return database.call(by, tx -> tx.attach(AuditSql.class).countExpected(id));
    }
}
