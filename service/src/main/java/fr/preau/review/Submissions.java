package fr.preau.review;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.Transition;
import fr.preau.database.Database;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Submits many audits at once, each by the rule and in the transaction of a single submission: what stands in the way of
 * one keeps none of the others.
 */
public final class Submissions {
    /** Most audits that a page shows, and so that one request submits. */
    public static final int MOST = 300;

    private final Database database;
    private final Reviews reviews;
    private final InstantSource clock;

    public Submissions(Database database, Reviews reviews, InstantSource clock) {
        this.database = database;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** An audit that was not submitted, and why. */
    public record Kept(AuditId audit, Message why) {}

    /** What came of it: how many were submitted, and the others. */
    public record Sent(int submitted, List<Kept> kept) {
        public Sent {
            kept = List.copyOf(kept);
        }
    }

    /** The audits of a campaign that the person may submit and that lack nothing, {@value #MOST} at most. */
    public List<Ready> ready(Principal by, CampaignId campaign) {
        return database.call(
                by,
                tx -> tx.attach(ReviewSql.class)
                        .ready(
                                campaign,
                                by.perimeter(Role.AGENT),
                                Paris.today(clock),
                                List.copyOf(Transition.SUBMIT.from()),
                                MOST));
    }

    /**
     * Submits each of the audits that it can.
     *
     * @throws Refusal not found for one outside the person's units, before any other is submitted; invalid for none
     */
    public Sent submit(Principal by, Collection<AuditId> audits) {
        if (audits.isEmpty() || audits.size() > MOST) {
            throw Refusal.invalid("audit", "review.ready.none", MOST);
        }
        audits.forEach(audit -> reviews.mustSee(by, audit));
        List<Kept> kept = new ArrayList<>();
        for (AuditId audit : audits) {
            try {
                reviews.submit(by, audit);
            } catch (Refusal refusal) {
                Problem problem = refusal.problem();
                kept.add(new Kept(audit, problem.message()));
            }
        }
        return new Sent(audits.size() - kept.size(), kept);
    }
}
