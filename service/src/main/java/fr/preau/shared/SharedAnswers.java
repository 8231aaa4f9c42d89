package fr.preau.shared;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.audit.NewAnswer;
import fr.preau.campaign.Campaign;
import fr.preau.campaign.Campaigns;
import fr.preau.database.Database;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Answers one control for many schools at once: preview, application, undoing.
 *
 * <p>An application writes what its preview has shown, or nothing: it sends back the digest of what was seen. Who may
 * answer what is the rule of single saves, asked school by school.
 */
public final class SharedAnswers {
    private final Database database;
    private final Journal journal;
    private final Campaigns campaigns;
    private final InstantSource clock;

    public SharedAnswers(Database database, Journal journal, Campaigns campaigns, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** What was applied or undone: the shared answer, and on how many answers. */
    public record Done(SharedAnswerId id, int answers) {}

    /** What applying the proposal would do now; nothing is written. */
    public Preview preview(Principal by, Proposal proposal) {
        return database.call(by, tx -> {
            allowed(tx, by, proposal);
            return preview(tx, proposal, null);
        });
    }

    /**
     * Applies the proposal: one answer a school, each with its provenance, all or nothing.
     *
     * @param ticked fates to overwrite although they are kept otherwise
     * @param seen {@link Preview#seen} of what the person has looked at
     * @throws Refusal stale, with the fresh preview, when anything that it shows has changed since; conflict when nothing
     *     would change, or when the campaign is not running
     */
    public Done apply(Principal by, Proposal proposal, Set<Fate> ticked, String seen) {
        by.needs(Scope.ANSWER);
        return database.call(by, tx -> {
            allowed(tx, by, proposal);
            Application application = new Application(tx, journal, by, clock.instant());
            SharedAnswerId id = application.place(proposal);
            List<Long> audits = tx.attach(SharedSql.class)
                    .candidateIds(
                            proposal.campaign(),
                            proposal.control(),
                            proposal.set(),
                            perimeter(proposal.owner()),
                            Paris.today(clock),
                            null);
            application.lock(audits);
            Preview preview = preview(tx, proposal, audits);
            if (!preview.seen().equals(seen)) {
                throw new Refusal(new Problem.Stale(Message.of("shared.stale"), preview));
            }
            List<Candidate> written = preview.written(ticked);
            if (written.isEmpty() && isGiven(tx, by, id, proposal.answer())) {
                throw Refusal.conflict("shared.nothing");
            }
            List<Candidate> kept = ticked.contains(Fate.OWN) ? List.of() : preview.of(Fate.OWN);
            application.apply(id, proposal, written, kept);
            return new Done(id, written.size());
        });
    }

    /**
     * Undoes the last application: every answer goes back to what it was, all or nothing.
     *
     * @throws Refusal conflict when somebody has changed one of the answers since, or one of the audits is submitted
     */
    public Done undo(Principal by, SharedAnswerId id) {
        by.needs(Scope.ANSWER);
        return database.call(by, tx -> {
            mustRun(tx, find(tx, by, id).campaign());
            Application application = new Application(tx, journal, by, clock.instant());
            application.hold(id);
            return new Done(id, application.undo(find(tx, by, id)));
        });
    }

    /** The shared answers that the person's units have given in a campaign, by control. */
    public List<SharedAnswer> list(Principal by, CampaignId campaign, UnitId owner) {
        mustHold(by, owner);
        return database.call(by, tx -> tx.attach(SharedSql.class).list(List.of(owner), campaign, null));
    }

    /** One shared answer with the schools of its set as they stand, those that it is kept from first. */
    public Standing standing(Principal by, SharedAnswerId id) {
        return database.call(by, tx -> {
            SharedAnswer shared = find(tx, by, id);
            boolean running = campaigns.get(tx, shared.campaign()).answersOn(Paris.today(clock));
            return new Standing(shared, candidates(tx, shared.owner(), shared, null), running);
        });
    }

    /**
     * Gives one school the shared answer that it is an exception to, or has not received yet.
     *
     * @throws Refusal not found when the shared answer is not the person's or doesn't hold the school; conflict when the
     *     audit is closed to answers
     */
    public void rejoin(Principal by, SharedAnswerId id, AuditId audit) {
        by.needs(Scope.ANSWER);
        database.run(by, tx -> {
            SharedAnswer shared = find(tx, by, id);
            mustRun(tx, shared.campaign());
            Application application = new Application(tx, journal, by, clock.instant());
            application.hold(id);
            application.lock(List.of(audit.value()));
            SharedAnswer now = find(tx, by, id);
            Candidate school = candidates(tx, now.owner(), now, List.of(audit.value())).stream()
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            if (now.verdict() == null || !school.state().open()) {
                throw Refusal.conflict("shared.rejoin.closed");
            }
            application.rejoin(now, school);
        });
    }

    /** Refuses, as not found, a unit in whose name the person doesn't answer. */
    static void mustHold(Principal by, UnitId owner) {
        if (!owners(by).contains(owner)) {
            throw Refusal.notFound();
        }
    }

    /** The units in whose name the person answers. */
    static List<UnitId> owners(Principal by) {
        return by.held(Role.AGENT).stream()
                .map(grant -> grant.unit())
                .distinct()
                .toList();
    }

    private void allowed(Handle tx, Principal by, Proposal proposal) {
        mustHold(by, proposal.owner());
        SharedSql sql = tx.attach(SharedSql.class);
        SchoolSet set = proposal.set();
        int known = sql.known(proposal.campaign(), perimeter(proposal.owner()), Paris.today(clock), set.schools());
        boolean unknown = set.kind() == SchoolSet.Kind.LABEL && !sql.hasLabel(proposal.owner(), set.label());
        if (unknown || known < Math.max(1, set.schools().size())) {
            throw Refusal.notFound();
        }
        mustRun(tx, proposal.campaign());
    }

    private void mustRun(Handle tx, CampaignId id) {
        Campaign campaign = campaigns.get(tx, id);
        LocalDate today = Paris.today(clock);
        if (today.isBefore(campaign.opensOn())) {
            throw Refusal.conflict("audit.campaign.notYet", campaign.opensOn());
        }
        if (today.isAfter(campaign.closesOn())) {
            throw Refusal.conflict("audit.campaign.closed", campaign.closesOn());
        }
    }

    private Preview preview(Handle tx, Proposal proposal, @Nullable List<Long> among) {
        SharedSql sql = tx.attach(SharedSql.class);
        Optional<SharedAnswer> given = sql.placed(proposal, proposal.set()).stream()
                .flatMap(id -> sql.list(List.of(proposal.owner()), null, id).stream())
                .findFirst();
        SharedAnswerId id = given.map(SharedAnswer::id).orElse(null);
        List<Candidate> asked = sql.candidates(
                proposal.campaign(),
                proposal.control(),
                proposal.set(),
                perimeter(proposal.owner()),
                Paris.today(clock),
                among);
        List<Preview.Line> lines = answered(asked, proposal.owner()).stream()
                .map(school -> new Preview.Line(school, school.fate(id, proposal.answer())))
                .toList();
        if (lines.isEmpty()) {
            throw asked.isEmpty()
                    ? Refusal.invalid("set", "shared.set.empty")
                    : Refusal.forbidden(
                            "shared.notYours",
                            Message.of("party.of." + asked.get(0).fallsTo().name()));
        }
        return new Preview(proposal, given.map(SharedAnswer::edition).orElse(0), lines);
    }

    private List<Candidate> candidates(Handle tx, UnitId owner, SharedAnswer shared, @Nullable List<Long> among) {
        List<Candidate> asked = tx.attach(SharedSql.class)
                .candidates(
                        shared.campaign(), shared.control(), shared.set(), perimeter(owner), Paris.today(clock), among);
        return answered(asked, owner);
    }

    private static List<Candidate> answered(List<Candidate> asked, UnitId owner) {
        return asked.stream()
                .filter(school -> school.answeredFor(owner).isPresent())
                .toList();
    }

    private static SharedAnswer find(Handle tx, Principal by, SharedAnswerId id) {
        return tx.attach(SharedSql.class).list(owners(by), null, id).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static boolean isGiven(Handle tx, Principal by, SharedAnswerId id, NewAnswer answer) {
        SharedAnswer shared = find(tx, by, id);
        return shared.verdict() != null && shared.answer().equals(answer);
    }

    static Perimeter perimeter(UnitId owner) {
        return Perimeter.of(List.of(owner));
    }
}
