package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Gives a unit of either tree a later last day in a campaign, which also reopens what has closed (ADR 26). Saving and
 * submitting obey it at the next request, for they read an audit's day where it is computed.
 */
public final class Extensions {
    private final Database database;
    private final Journal journal;
    private final Campaigns campaigns;
    private final InstantSource clock;

    public Extensions(Database database, Journal journal, Campaigns campaigns, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * A unit that may be given a later day.
     *
     * @param lastDay that it has now
     * @param audits how many would have the later one
     */
    public record Extendable(Campaign campaign, Unit unit, LocalDate lastDay, int audits) {}

    /**
     * @param unit null for the campaign's own
     * @throws Refusal not found, for a unit without an audit in the campaign or whose days are not one's to
     *     give
     */
    public Extendable extendable(Principal by, CampaignId id, @Nullable UnitId unit) {
        return database.running(by, tx -> extendable(tx, id, unit));
    }

    /** Of some units with audits in the campaign, those whose days, and so whose reminders, are the person's to give. */
    Set<UnitId> extendable(Principal by, CampaignId id, List<UnitId> units) {
        return database.running(by, tx -> tx.attach(ExtensionSql.class).extendable(id, units));
    }

    /**
     * Extends; its audits' agents may save and submit again through that day.
     *
     * @throws Refusal not found as {@link #extendable}; invalid, when the day is past or no later than the present one
     */
    public void extend(Principal by, CampaignId id, NewExtension extension) {
        by.needs(Scope.SESSION);
        database.running(by, tx -> {
            Extendable now = extendable(tx, id, extension.unit());
            if (!extension.closesOn().isAfter(now.lastDay())
                    || extension.closesOn().isBefore(Paris.today(clock))) {
                throw Refusal.invalid("jour", "campaign.extension.later", now.lastDay(), Paris.today(clock));
            }
            ExtensionSql sql = tx.attach(ExtensionSql.class);
            sql.insert(id, extension, clock.instant(), by.account());
            List<String> touched = sql.audits(id, Perimeter.of(List.of(extension.unit()))).stream()
                    .map(Audit::object)
                    .sorted()
                    .toList();
            journal.record(
                    tx,
                    Entry.of(by, "campaign.extended", "campaign/" + id)
                            .with(Map.of(
                                    "unit", extension.unit().toString(),
                                    "closesOn", extension.closesOn().toString()))
                            .text(extension.reason())
                            .touching(touched));
            return true;
        });
    }

    private Extendable extendable(Handle tx, CampaignId id, @Nullable UnitId named) {
        Campaign campaign = campaigns.get(tx, id);
        UnitId unit = named == null ? campaign.unit() : named;
        ExtensionSql sql = tx.attach(ExtensionSql.class);
        Unit found = sql.extendable(id, unit).orElseThrow(Refusal::notFound);
        return new Extendable(
                campaign,
                found,
                sql.lastDay(id, unit),
                sql.audits(id, Perimeter.of(List.of(unit))).size());
    }
}
