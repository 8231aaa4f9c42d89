package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * When a collectivity replaces another, its rights and its people go over to it, in the transaction of that decision.
 * Each right is given by {@link Grants}, so nobody gives above their own here either; its owner is told.
 */
public final class Handovers {
    private final Journal journal;
    private final InstantSource clock;
    private final Grants grants;

    public Handovers(Database database, Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        grants = new Grants(database, journal, clock);
    }

    /**
     * What goes over.
     *
     * @param rights live ones of accounts that are open
     * @param people open accounts that the collectivity employs
     */
    public record Passed(int rights, int people) {}

    /** Whether the person administers both, so that they may decide that one replaces the other. */
    public static boolean governs(Handle tx, Actor by, UnitId... units) {
        return Set.of(units).stream()
                .allMatch(unit -> tx.attach(AccessSql.class).liesWithin(unit, Accounts.unitsOf(by)));
    }

    /** What {@link #pass} would take over. */
    public Passed preview(Handle tx, UnitId former) {
        HandoverSql.Counts counts = tx.attach(HandoverSql.class).counts(former, clock.instant());
        return new Passed(counts.rights(), counts.people());
    }

    /**
     * Gives each right on the former on the successor, until the later of both ends, and takes the one on the former
     * away; who was employed there is employed by the successor.
     *
     * @throws fr.preau.kernel.Refusal not found, when one of the two lies outside what the actor administers
     */
    public Passed pass(Handle tx, Actor by, UnitId former, UnitId successor) {
        Grants.mustAdminister(tx, by, former);
        Grants.mustAdminister(tx, by, successor);
        HandoverSql sql = tx.attach(HandoverSql.class);
        int rights = 0;
        Set<AccountId> told = new LinkedHashSet<>();
        for (HandoverSql.Held held : sql.held(former, clock.instant())) {
            pass(tx, by, held, former, successor);
            told.add(held.account());
            rights++;
        }
        for (AccountId account : told) {
            Accounts.endAll(tx, account);
            Notices.leave(tx, clock, by, account, NoticeKind.UNIT_SUCCEEDED);
        }
        int people = 0;
        for (AccountId account : sql.employ(former, successor)) {
            journal.record(
                    tx,
                    Entry.of(by, "account.employerChanged", "account/" + account)
                            .change(Map.of("employer", former.toString()), Map.of("employer", successor.toString())));
            people++;
        }
        return new Passed(rights, people);
    }

    private void pass(Handle tx, Actor by, HandoverSql.Held held, UnitId former, UnitId successor) {
        Instant now = clock.instant();
        DatedGrant old = new DatedGrant(new Grant(held.role(), former), DatedGrant.lastDay(held.until()));
        Optional<HeldGrant> own = tx.attach(GrantSql.class)
                .held(held.account(), held.role(), successor)
                .filter(right -> right.until() == null || right.until().isAfter(now));
        @Nullable LocalDate end = own.isPresent() ? later(own.get().lastDay(), old.lastDay()) : old.lastDay();
        DatedGrant passed = new DatedGrant(new Grant(held.role(), successor), end);
        grants.give(tx, by, held.account(), passed, Map.of("from", former.toString()));
        tx.attach(HandoverSql.class).end(held.account(), held.role(), former, now);
        journal.record(
                tx, Entry.of(by, "grant.revoked", "account/" + held.account()).change(old.values(), null));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
