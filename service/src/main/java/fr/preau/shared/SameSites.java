package fr.preau.shared;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.audit.Audits;
import fr.preau.audit.CampaignLine;
import fr.preau.campaign.Campaign;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SiteId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Agreements between two collectivities whose schools share a site: proposed by one, accepted by the other, ended by either
 * at once. Until both agree nothing is visible; what is then, {@code same_site_answers} alone says.
 */
public final class SameSites {
    private final Database database;
    private final Journal journal;
    private final Audits audits;
    private final InstantSource clock;

    public SameSites(Database database, Journal journal, Audits audits, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
        this.clock = clock;
    }

    /**
     * The agreements of a person's collectivities, and what a new one may be about.
     *
     * @param campaign the one whose schools are listed, null when none takes answers
     */
    public record Overview(
            List<SameSite> sites,
            List<CampaignLine> campaigns,
            @Nullable CampaignId campaign,
            List<OwnSchool> schools) {
        public Overview {
            sites = List.copyOf(sites);
            campaigns = List.copyOf(campaigns);
            schools = List.copyOf(schools);
        }
    }

    /**
     * What a person sees of them.
     *
     * @param campaign null for the first that takes answers
     * @throws Refusal not found for somebody who answers in no collectivity's name
     */
    public Overview overview(Principal by, @Nullable CampaignId campaign) {
        Perimeter mine = mine(by);
        List<CampaignLine> open = audits.campaigns(by).stream()
                .filter(line -> line.openedAt() != null && line.phase(Paris.today(clock)) == Campaign.Phase.OPEN)
                .toList();
        Optional<CampaignId> chosen = open.stream()
                .map(CampaignLine::id)
                .filter(id -> campaign == null || id.equals(campaign))
                .findFirst();
        return database.call(by, tx -> {
            SameSiteSql sql = tx.attach(SameSiteSql.class);
            List<OwnSchool> schools = chosen.map(id -> sql.schools(id, mine, Paris.today(clock), null))
                    .orElse(List.of());
            return new Overview(sql.list(mine, null), open, chosen.orElse(null), schools);
        });
    }

    /**
     * Proposes that one's own school and another's, on one site, see each other's answers in a campaign.
     *
     * @throws Refusal not found when the first school is not one's own there; invalid when the other is none of another
     *     collectivity's, or when an agreement about the two is proposed or stands
     */
    public SiteId propose(Principal by, CampaignId campaign, Uai school, Uai other) {
        by.needs(Scope.ANSWER);
        Perimeter mine = mine(by);
        return database.call(by, tx -> {
            SameSiteSql sql = tx.attach(SameSiteSql.class);
            OwnSchool own = sql.schools(campaign, mine, Paris.today(clock), school).stream()
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            OtherSchool found =
                    sql.other(other).orElseThrow(() -> Refusal.invalid("other", "shared.site.unknown", other.value()));
            if (found.collectivity() == null) {
                throw Refusal.invalid("other", "shared.site.alone", found.name());
            }
            if (mine.collectivities().contains(found.collectivity())) {
                throw Refusal.invalid("other", "shared.site.yours", found.name());
            }
            sql.endLapsed(campaign, school, other, clock.instant(), by.account())
                    .forEach(old -> journal.record(tx, Entry.of(by, "site.ended", "site/" + old)));
            SiteId id = sql.propose(campaign, own, found, clock.instant(), by.account())
                    .orElseThrow(() -> Refusal.invalid("other", "shared.site.taken", found.name()));
            journal.record(
                    tx,
                    Entry.of(by, "site.proposed", "site/" + id)
                            .with(Map.of(
                                    "campaign", campaign.value(), "school", school.value(), "other", other.value()))
                            .touching(List.of("audit/" + own.id())));
            return id;
        });
    }

    /**
     * Accepts what was proposed to one.
     *
     * @throws Refusal not found for an agreement of others; conflict when it is not to accept any more, or one's own
     */
    public void accept(Principal by, SiteId id) {
        by.needs(Scope.ANSWER);
        Perimeter mine = mine(by);
        database.run(by, tx -> {
            SameSite site = find(tx, mine, id);
            if (tx.attach(SameSiteSql.class).accept(id, mine, clock.instant(), by.account()) == 0) {
                throw Refusal.conflict(site.lapsed() ? "shared.site.lapsed" : "shared.site.closed");
            }
            record(tx, Entry.of(by, "site.accepted", "site/" + id), site);
        });
    }

    /**
     * Refuses, withdraws or ends it, whichever it comes to: from now on nobody sees anything by it.
     *
     * @throws Refusal not found for an agreement of others; conflict when it has ended
     */
    public void end(Principal by, SiteId id) {
        by.needs(Scope.ANSWER);
        Perimeter mine = mine(by);
        database.run(by, tx -> {
            SameSite site = find(tx, mine, id);
            if (tx.attach(SameSiteSql.class).end(id, mine, clock.instant(), by.account()) == 0) {
                throw Refusal.conflict("shared.site.closed");
            }
            record(tx, Entry.of(by, "site.ended", "site/" + id), site);
        });
    }

    /** In the journal of the agreement, and of one's own school's audit. */
    private void record(Handle tx, Entry entry, SameSite site) {
        List<String> audit = tx.attach(SameSiteSql.class).audit(site.campaign(), site.uai()).stream()
                .map(id -> "audit/" + id)
                .toList();
        journal.record(tx, entry.touching(audit));
    }

    private static SameSite find(Handle tx, Perimeter mine, SiteId id) {
        return tx.attach(SameSiteSql.class).list(mine, id).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** The collectivities in whose name the person answers. */
    private static Perimeter mine(Principal by) {
        List<UnitId> units = by.held(Role.AGENT).stream()
                .map(grant -> grant.unit())
                .filter(unit -> unit.kind() == UnitId.Kind.COLLECTIVITY)
                .toList();
        if (units.isEmpty()) {
            throw Refusal.notFound();
        }
        return Perimeter.of(units);
    }
}
