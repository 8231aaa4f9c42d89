package fr.preau.succession;

import fr.preau.access.Handovers;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.audit.FollowingAudits;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Collectivities;
import fr.preau.territory.Collectivity;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Records that a collectivity is replaced by another, for who administers both: its schools, the open audits of the
 * campaigns that the person runs, its rights and its people go over, in one transaction, as the preview has shown.
 */
public final class Successions {
    private final Database database;
    private final Journal journal;
    private final Handovers handovers;
    private final FollowingAudits audits;
    private final InstantSource clock;

    public Successions(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        handovers = new Handovers(database, journal, clock);
        audits = new FollowingAudits(journal, clock);
    }

    /** A collectivity, with the decision by which another has replaced it when there is one. */
    public record Stand(Collectivity collectivity, @Nullable Recorded recorded) {}

    /** How it stands with one; not found for a unit that is none, or that the person doesn't administer. */
    public Stand stand(Principal by, UnitId former) {
        return database.call(by, tx -> {
            Collectivity collectivity = governed(tx, by, former);
            Optional<Recorded> recorded = tx.attach(SuccessionSql.class).recorded(former.code());
            return new Stand(collectivity, recorded.orElse(null));
        });
    }

    /**
     * What would follow; nothing is written.
     *
     * @throws Refusal not found, when one of both lies outside what the person administers; invalid or conflict, when one
     *     can't replace the other
     */
    public Effect preview(Principal by, NewSuccession wish) {
        return database.running(by, tx -> effect(tx, by, wish));
    }

    /**
     * Decides.
     *
     * @param seen {@link Effect#ticket} of the preview
     * @throws Refusal as of {@link #preview}; conflict, when the effect is no longer the one that was shown
     */
    public void record(Principal by, NewSuccession wish, String why, String seen) {
        by.needs(Scope.SESSION);
        String reason = NewSuccession.reason("reason", why);
        database.running(by, tx -> {
            Collectivities.lock(tx, wish.former(), wish.successor());
            Effect effect = effect(tx, by, wish);
            if (!effect.ticket().equals(seen)) {
                throw Refusal.conflict("succession.stale");
            }
            carryOut(tx, by, wish, effect, reason);
            return true;
        });
    }

    private void carryOut(Handle tx, Principal by, NewSuccession wish, Effect effect, String reason) {
        UnitId former = wish.former();
        UnitId successor = wish.successor();
        int schools = Collectivities.succeed(tx, former, successor, wish.day());
        int followed = audits.follow(tx, by, former, successor, reason);
        Handovers.Passed passed = handovers.pass(tx, by, former, successor);
        Recorded recorded = new Recorded(
                wish.day(),
                reason,
                schools,
                followed,
                effect.staying(),
                passed.rights(),
                passed.people(),
                clock.instant(),
                null);
        SuccessionSql sql = tx.attach(SuccessionSql.class);
        sql.insert(former.code(), successor.code(), wish.day(), recorded, by.account());
        sql.settle(former.code(), successor.code(), reason, clock.instant(), by.account());
        journal.record(
                tx,
                Entry.of(by, "collectivity.succeeded", "unit/" + former)
                        .with(Map.of(
                                "successor",
                                successor.toString(),
                                "from",
                                wish.day().toString(),
                                "schools",
                                schools,
                                "audits",
                                followed,
                                "rights",
                                passed.rights(),
                                "people",
                                passed.people()))
                        .text(reason)
                        .touching(List.of("unit/" + successor)));
    }

    private Effect effect(Handle tx, Principal by, NewSuccession wish) {
        Collectivity former = governed(tx, by, wish.former());
        refuseReplaced(former);
        wish.check(Paris.today(clock));
        Collectivity successor = governed(tx, by, wish.successor());
        String heir = successor.successorName();
        if (heir != null) {
            throw Refusal.invalid("par", "succession.by.replaced", successor.name(), heir);
        }
        return new Effect(
                former,
                successor,
                Collectivities.schools(tx, former.id()),
                audits.campaigns(tx, by, former.id(), successor.id()),
                handovers.preview(tx, former.id()),
                tx.attach(SuccessionSql.class).campaigns(former.id(), Paris.today(clock)));
    }

    private static void refuseReplaced(Collectivity former) {
        String heir = former.successorName();
        if (heir != null) {
            throw Refusal.conflict("succession.already", former.name(), heir);
        }
    }

    private static Collectivity governed(Handle tx, Principal by, UnitId unit) {
        if (!Handovers.governs(tx, by, unit)) {
            throw Refusal.notFound();
        }
        return Collectivities.find(tx, unit).orElseThrow(Refusal::notFound);
    }
}
