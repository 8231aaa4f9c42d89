package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Lets open audits follow when their collectivity is replaced: the same decision as {@link RosterChanges} takes line by
 * line, for all campaigns that the person runs. In the caller's transaction, which must have the reach RUN.
 */
public final class FollowingAudits {
    private final Journal journal;
    private final InstantSource clock;

    public FollowingAudits(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** The campaigns with open audits that would follow, and those where they would stay. */
    public List<FollowedCampaign> campaigns(Handle tx, Principal by, UnitId former, UnitId successor) {
        List<String> run = by.held(Role.ADMINISTRATOR, Role.EDITOR).stream()
                .map(grant -> grant.unit().toString())
                .toList();
        return tx.attach(FollowingSql.class).campaigns(former.code(), successor.code(), run, Paris.today(clock));
    }

    /**
     * Makes them count for the successor, once their schools are its own; each with a recorded decision, each campaign
     * with an entry in the journal.
     *
     * @return how many follow
     */
    public int follow(Handle tx, Principal by, UnitId former, UnitId successor, String reason) {
        int followed = 0;
        for (FollowedCampaign campaign : campaigns(tx, by, former, successor)) {
            if (campaign.run()) {
                followed += follow(
                        tx,
                        by,
                        campaign.id(),
                        reason,
                        tx.attach(FollowingSql.class).following(campaign.id(), former.code(), successor.code()));
            }
        }
        return followed;
    }

    private int follow(Handle tx, Principal by, CampaignId campaign, String reason, List<RosterChange> waiting) {
        RosterChangeSql sql = tx.attach(RosterChangeSql.class);
        Set<AuditId> done = new HashSet<>(
                sql.follow(waiting.stream().map(change -> change.id().value()).toList()));
        List<RosterChange> followed =
                waiting.stream().filter(change -> done.contains(change.id())).toList();
        for (int from = 0; from < followed.size(); from += RosterDecision.MOST) {
            List<RosterChange> part = followed.subList(from, Math.min(followed.size(), from + RosterDecision.MOST));
            Set<String> tickets = part.stream().map(RosterChange::ticket).collect(Collectors.toSet());
            RosterDecision decision = new RosterDecision(RosterChange.Kind.MOVED, tickets, true, reason);
            sql.insert(campaign, part, decision, clock.instant(), by.account());
        }
        if (!followed.isEmpty()) {
            sql.settle(
                    followed.stream().map(change -> change.id().value()).toList(),
                    RosterChange.Kind.MOVED,
                    true,
                    clock.instant(),
                    by.account());
            journal.record(
                    tx,
                    Entry.of(by, "roster.decided", "campaign/" + campaign)
                            .with(Map.of("kind", "MOVED", "followed", true, "audits", followed.size()))
                            .text(reason)
                            .touching(followed.stream()
                                    .map(change -> Audit.object(change.id()))
                                    .sorted()
                                    .toList()));
        }
        return followed.size();
    }
}
