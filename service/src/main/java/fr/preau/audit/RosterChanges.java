package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Lets who runs a campaign decide what becomes of its audits when schools close or change hands. An import never does:
 * the figures of a campaign change by a recorded decision only, and as long as the campaign runs.
 */
public final class RosterChanges {
    private final Database database;
    private final Journal journal;
    private final Campaigns campaigns;
    private final InstantSource clock;

    public RosterChanges(Database database, Journal journal, Campaigns campaigns, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * A roster, with what waits for a decision and what was decided.
     *
     * @param changes {@value RosterDecision#MOST} at most; the next appear once these are decided
     * @param counts the collectivities that the changes concern
     * @param expected audits that count today
     * @param open whether decisions may be taken today
     */
    public record Roster(
            Campaign campaign,
            List<RosterChange> changes,
            List<RosterDecided> decided,
            List<RosterCount> counts,
            int expected,
            boolean open) {
        public List<RosterChange> of(RosterChange.Kind kind) {
            return changes.stream().filter(change -> change.kind() == kind).toList();
        }

        /** What deciding that all of a kind follow would change, collectivity by collectivity. */
        public List<RosterEffect> effects(RosterChange.Kind kind) {
            return counts.stream()
                    .map(count -> RosterEffect.of(count, of(kind)))
                    .filter(RosterEffect::changes)
                    .toList();
        }
    }

    /** The open campaigns that the person runs and whose rosters wait; in the caller's transaction, in the reach RUN. */
    public static List<RosterWaiting> waiting(Handle tx, Principal by, LocalDate today) {
        return tx.attach(RosterChangeSql.class).waiting(run(by), today);
    }

    /** What waits in a campaign that the person runs; any other is not found. */
    public Roster roster(Principal by, CampaignId id) {
        return database.running(by, tx -> {
            Campaign campaign = mustRun(tx, by, id);
            RosterChangeSql sql = tx.attach(RosterChangeSql.class);
            List<RosterChange> changes = sql.changes(id, RosterDecision.MOST);
            return new Roster(
                    campaign,
                    changes,
                    sql.decided(id, RosterDecision.MOST),
                    sql.counts(id, concerned(changes)),
                    sql.expected(id),
                    isOpen(campaign));
        });
    }

    /**
     * Decides about the lines that still stand as the page has shown them; the others are left for another look.
     *
     * @return how many were decided
     * @throws Refusal not found for a campaign that one doesn't run; conflict when it is closed, or when no line stands
     *     any more
     */
    public int decide(Principal by, CampaignId id, RosterDecision decision) {
        by.needs(Scope.SESSION);
        return database.running(by, tx -> {
            Campaign campaign = mustRun(tx, by, id);
            if (!isOpen(campaign)) {
                throw Refusal.conflict("campaign.roster.closed", campaign.name());
            }
            RosterChangeSql sql = tx.attach(RosterChangeSql.class);
            if (decision.absorbedBy() != null && !sql.absorbs(id, decision.absorbedBy())) {
                throw Refusal.invalid("absorbed", "campaign.roster.absorbed.form", decision.absorbedBy());
            }
            List<RosterChange> standing = held(sql, id, decision);
            Map<AuditId, RosterChange> decided = carriedOut(sql, id, decision, standing).stream()
                    .collect(Collectors.toMap(RosterChange::id, change -> change));
            if (decided.isEmpty()) {
                throw Refusal.conflict("campaign.roster.stale");
            }
            sql.insert(id, decided.values(), decision, clock.instant(), by.account());
            sql.settle(
                    values(decided.keySet().stream().toList()),
                    decision.kind(),
                    decision.followed(),
                    clock.instant(),
                    by.account());
            journal.record(tx, entry(by, id, decision, List.copyOf(decided.keySet())));
            return decided.size();
        });
    }

    private static List<String> concerned(List<RosterChange> changes) {
        return changes.stream()
                .flatMap(change -> Stream.of(change.collectivity(), change.present()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The lines that stand as the page has shown them, held until the end: looked up again once nobody else can decide. */
    private static List<RosterChange> held(RosterChangeSql sql, CampaignId id, RosterDecision decision) {
        sql.hold(values(
                standing(sql, id, decision).stream().map(RosterChange::id).toList()));
        return standing(sql, id, decision);
    }

    private static List<RosterChange> standing(RosterChangeSql sql, CampaignId id, RosterDecision decision) {
        return sql.changes(id, RosterDecision.MOST).stream()
                .filter(change -> change.kind() == decision.kind())
                .filter(change -> decision.tickets().contains(change.ticket()))
                .toList();
    }

    /** The lines for which the decision took effect: all, when it is to leave them as they are. */
    private static List<RosterChange> carriedOut(
            RosterChangeSql sql, CampaignId id, RosterDecision decision, List<RosterChange> standing) {
        if (!decision.followed()) {
            return standing;
        }
        List<Long> audits = values(standing.stream().map(RosterChange::id).toList());
        List<AuditId> done = switch (decision.kind()) {
            case CLOSED -> sql.remove(id, audits, List.copyOf(Transition.REMOVE.from()));
            case MOVED -> sql.follow(audits);
        };
        return standing.stream().filter(change -> done.contains(change.id())).toList();
    }

    private static Entry entry(Principal by, CampaignId id, RosterDecision decision, List<AuditId> audits) {
        return Entry.of(by, "roster.decided", "campaign/" + id)
                .with(Map.of("kind", decision.kind().name(), "followed", decision.followed(), "audits", audits.size()))
                .text(decision.reason())
                .touching(audits.stream().map(Audit::object).sorted().toList());
    }

    private boolean isOpen(Campaign campaign) {
        return campaign.openedAt() != null && !Paris.today(clock).isAfter(campaign.closesOn());
    }

    private Campaign mustRun(Handle tx, Principal by, CampaignId id) {
        Campaign campaign = campaigns.get(tx, id);
        if (!tx.attach(RosterSql.class).runs(campaign.unit(), run(by))) {
            throw Refusal.notFound();
        }
        return campaign;
    }

    private static List<String> run(Principal by) {
        return by.held(Role.ADMINISTRATOR, Role.EDITOR).stream()
                .map(grant -> grant.unit().toString())
                .toList();
    }

    private static List<Long> values(List<AuditId> audits) {
        return audits.stream().map(AuditId::value).toList();
    }
}
