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
import fr.preau.kernel.Page;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Answers one control for many schools at once: preview, application, undoing.
 *
 * <p>An application writes what its preview has shown, or nothing: it sends back the digest of what was seen. Who may
 * answer what is the rule of single saves, said once more in SQL ({@code answers_as}) for thousands of schools.
 */
public final class SharedAnswers {
    /** Schools on one page of a list. */
    public static final int PAGE = 50;

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
            Place place = placed(tx, proposal);
            return plan(tx, question(tx, proposal, place), place.edition(), null, Set.of())
                    .preview();
        });
    }

    /**
     * The schools of the proposal's set, each with what would happen to its answer; a page at a time.
     *
     * @param after last audit of the previous page, null for the first
     */
    public Page<Candidate> schools(Principal by, Proposal proposal, @Nullable AuditId after) {
        return database.call(by, tx -> {
            allowed(tx, by, proposal);
            return schools(tx, question(tx, proposal, placed(tx, proposal)), null, after);
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
            Place place = application.place(proposal);
            SharedAnswerId id = Objects.requireNonNull(place.id());
            Question question = question(tx, proposal, place);
            List<Long> held = application.lock(question, perimeter(proposal.owner()), Paris.today(clock));
            Set<Fate> written = Arrays.stream(Fate.values())
                    .filter(fate -> fate.always() || (fate.optional() && ticked.contains(fate)))
                    .collect(Collectors.toSet());
            Plan plan = plan(tx, question, place.edition(), held, written);
            if (!plan.seen().equals(seen)) {
                throw new Refusal(new Problem.Stale(Message.of("shared.stale"), plan.preview()));
            }
            if (plan.audits().isEmpty() && isGiven(tx, by, id, proposal.answer())) {
                throw Refusal.conflict("shared.nothing");
            }
            application.apply(place, question, plan);
            return new Done(id, plan.audits().size());
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

    /**
     * The shared answers that the person's units have given, by control.
     *
     * @param campaign null for every campaign
     * @param owner null for all of their units
     */
    public List<SharedAnswer> list(Principal by, @Nullable CampaignId campaign, @Nullable UnitId owner) {
        if (owner != null) {
            mustHold(by, owner);
        }
        List<UnitId> units = owner == null ? owners(by) : List.of(owner);
        return database.call(by, tx -> tx.attach(SharedSql.class).list(units, campaign, null));
    }

    /** One shared answer, with how the schools of its set stand beside it and the first exceptions to it. */
    public Standing standing(Principal by, SharedAnswerId id) {
        return database.call(by, tx -> {
            SharedAnswer shared = find(tx, by, id);
            SharedSql sql = tx.attach(SharedSql.class);
            Question question = question(tx, shared);
            Map<Stand, Integer> counts = sql.stands(question, perimeter(shared.owner()), Paris.today(clock)).stream()
                    .collect(Collectors.toMap(Stand.Count::stand, Stand.Count::schools));
            boolean running = campaigns.get(tx, shared.campaign()).answersOn(Paris.today(clock));
            return new Standing(shared, counts, schools(tx, question, Stand.EXCEPTION, null), running);
        });
    }

    /**
     * The schools of a shared answer's set, a page at a time.
     *
     * @param only those that stand so, null for all
     */
    public Page<Candidate> schools(Principal by, SharedAnswerId id, @Nullable Stand only, @Nullable AuditId after) {
        return database.call(by, tx -> schools(tx, question(tx, find(tx, by, id)), only, after));
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
            Question question = question(tx, now);
            Set<Fate> open = EnumSet.complementOf(EnumSet.of(Fate.LOCKED));
            Plan plan = counted(tx, question, now.edition(), List.of(audit.value()), open);
            if (plan.party() == null) {
                throw Refusal.notFound();
            }
            if (now.verdict() == null || plan.audits().isEmpty()) {
                throw Refusal.conflict("shared.rejoin.closed");
            }
            application.rejoin(id, question, plan);
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
        int known = sql.known(
                proposal.campaign(),
                perimeter(proposal.owner()),
                Paris.today(clock),
                set.schools(),
                Math.max(1, set.schools().size()));
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

    private Plan plan(Handle tx, Question question, int edition, @Nullable List<Long> among, Set<Fate> written) {
        Plan plan = counted(tx, question, edition, among, written);
        if (plan.fallsTo() == null) {
            throw Refusal.invalid("set", "shared.set.empty");
        }
        if (plan.party() == null) {
            throw Refusal.forbidden(
                    "shared.notYours", Message.of("party.of." + plan.fallsTo().name()));
        }
        return plan;
    }

    private Plan counted(Handle tx, Question question, int edition, @Nullable List<Long> among, Set<Fate> written) {
        return tx.attach(SharedSql.class)
                .plan(
                        question,
                        perimeter(question.owner()),
                        Paris.today(clock),
                        edition,
                        among,
                        written.stream().map(Fate::name).toList());
    }

    private Page<Candidate> schools(Handle tx, Question question, @Nullable Stand only, @Nullable AuditId after) {
        List<Candidate> rows = tx.attach(SharedSql.class)
                .schools(question, perimeter(question.owner()), Paris.today(clock), only, after, PAGE + 1);
        return Page.of(rows, PAGE, row -> row.id().toString());
    }

    private static Question question(Handle tx, Proposal proposal, Place place) {
        return tx.attach(SharedSql.class).labelled(Question.of(proposal, place.id()));
    }

    private static Question question(Handle tx, SharedAnswer given) {
        return tx.attach(SharedSql.class).labelled(Question.of(given));
    }

    private static Place placed(Handle tx, Proposal proposal) {
        return tx.attach(SharedSql.class).placed(proposal, proposal.set()).orElse(Place.NONE);
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
