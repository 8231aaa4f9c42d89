package fr.preau.shared;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.Openings;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.database.Database;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Adds the schools that a running campaign's roster has not got yet; they receive the shared answers that hold them. */
public final class Arrivals {
    private final Database database;
    private final Journal journal;
    private final Campaigns campaigns;
    private final Openings openings;
    private final InstantSource clock;

    public Arrivals(Database database, Journal journal, Campaigns campaigns, Openings openings, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.campaigns = campaigns;
        this.openings = openings;
        this.clock = clock;
    }

    /**
     * Adds the schools of the campaign's unit and types that have opened or arrived since its opening.
     *
     * @return number of schools added
     * @throws Refusal not found for a campaign that one doesn't run; conflict unless it takes answers today
     */
    public int join(Principal by, CampaignId id) {
        return database.joining(by, tx -> {
            Campaign campaign = campaigns.get(tx, id);
            List<UnitId> run = by.held(Role.ADMINISTRATOR, Role.EDITOR).stream()
                    .map(grant -> grant.unit())
                    .toList();
            if (!tx.attach(SharedSql.class).runs(campaign.unit(), run)) {
                throw Refusal.notFound();
            }
            if (!campaign.answersOn(Paris.today(clock))) {
                throw Refusal.conflict("shared.join.notRunning", campaign.name());
            }
            List<AuditId> audits = openings.join(tx, by, id);
            receive(tx, by, id, audits);
            return audits.size();
        });
    }

    /**
     * Gives the audits the shared answers that hold them, the narrowest set first; what is answered stays. For whoever adds
     * audits to a campaign, in their transaction.
     */
    public void receive(Handle tx, Actor by, CampaignId campaign, List<AuditId> joined) {
        SharedSql sql = tx.attach(SharedSql.class);
        List<Long> audits = joined.stream().map(AuditId::value).sorted().toList();
        List<UnitId> owners = sql.ownersOf(audits);
        Application application = new Application(tx, journal, by, clock.instant());
        given(sql, owners, campaign)
                .map(SharedAnswer::id)
                .sorted(Comparator.comparingLong(SharedAnswerId::value))
                .forEach(application::hold);
        application.lock(audits);
        given(sql, owners, campaign)
                .sorted(Comparator.comparing(SharedAnswer::setKind)
                        .thenComparing(SharedAnswer::changedAt, Comparator.reverseOrder()))
                .forEach(shared -> give(sql, application, shared, audits));
    }

    private void give(SharedSql sql, Application application, SharedAnswer shared, List<Long> audits) {
        Question question = sql.labelled(Question.of(shared));
        Plan plan = sql.plan(
                question,
                SharedAnswers.perimeter(shared.owner()),
                Paris.today(clock),
                shared.edition(),
                audits,
                List.of(Fate.NEW.name()));
        if (!plan.audits().isEmpty()) {
            application.receive(shared, question, plan);
        }
    }

    private static Stream<SharedAnswer> given(SharedSql sql, List<UnitId> owners, CampaignId campaign) {
        return sql.list(owners, campaign, null).stream().filter(shared -> shared.verdict() != null);
    }
}
