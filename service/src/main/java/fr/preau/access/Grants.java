package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Rights given, dated and taken away, each in the journal. It is the one place that writes a right: whatever leads to
 * one (an invitation, a form, an import, somebody's leaving) passes here, and here nobody gives above their own.
 */
public final class Grants {
    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public Grants(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** What giving a right came to. */
    public enum Outcome {
        GIVEN,
        END_CHANGED,
        UNCHANGED
    }

    /**
     * Gives a right, or sets the end of one that is held, and ends the sessions and tokens that lived without it; the
     * same again changes nothing.
     *
     * @throws Refusal not found, when the person or the unit lies outside the administrator's; invalid, when the role
     *     does not go with the unit or the last day is past
     */
    public void give(Actor by, AccountId account, DatedGrant grant) {
        database.run(by, tx -> {
            PersonRow person = People.visible(tx, clock, by, account);
            if (person.closed()) {
                throw Refusal.conflict("access.account.disabled", person.email());
            }
            give(tx, by, account, grant);
        });
    }

    /** Takes a right away, and ends the sessions and tokens that lived by it. */
    public void revoke(Actor by, AccountId account, Grant grant) {
        database.run(by, tx -> {
            People.visible(tx, clock, by, account);
            mustAdminister(tx, by, grant.unit());
            if (tx.attach(GrantSql.class).revoke(account, grant.role(), grant.unit(), clock.instant()) == 0) {
                throw Refusal.notFound();
            }
            Accounts.endAll(tx, account);
            Map<String, String> values = DatedGrant.endless(grant).values();
            journal.record(
                    tx, Entry.of(by, "grant.revoked", "account/" + account).change(values, null));
        });
    }

    Outcome give(Handle tx, Actor by, AccountId account, DatedGrant dated) {
        return give(tx, by, account, dated, Map.of());
    }

    /** @param source what the journal adds: whose right it was */
    Outcome give(Handle tx, Actor by, AccountId account, DatedGrant dated, Map<String, String> source) {
        check(dated);
        UnitId unit = dated.grant().unit();
        mustAdminister(tx, by, unit);
        if (!tx.attach(AccessSql.class).unitExists(unit)) {
            throw Refusal.invalid("unit", "access.unit.unknown", unit.toString());
        }
        mustStand(tx, "unit", unit);
        Instant now = clock.instant();
        Role role = dated.grant().role();
        GrantSql sql = tx.attach(GrantSql.class);
        sql.lapse(account, role, unit, now);
        if (sql.insert(account, role, unit, now, dated.until(), by.account()) > 0) {
            sql.endOthersLinks(account, by.account(), now);
            Map<String, String> values = dated.values();
            values.putAll(source);
            changed(
                    tx,
                    account,
                    Entry.of(by, "grant.given", "account/" + account).with(values));
            return Outcome.GIVEN;
        }
        DatedGrant held = sql.held(account, role, unit).orElseThrow().dated();
        if (held.equals(dated)) {
            return Outcome.UNCHANGED;
        }
        sql.setEnd(account, role, unit, dated.until());
        changed(
                tx,
                account,
                Entry.of(by, "grant.endChanged", "account/" + account).change(held.values(), dated.values()));
        return Outcome.END_CHANGED;
    }

    /** Refuses a role on a unit where it makes no sense, and a day that is past. */
    void check(DatedGrant dated) {
        Grant grant = dated.grant();
        if (!grant.role().fits(grant.unit().kind())) {
            throw Refusal.invalid(
                    "role",
                    "access.role.unfit",
                    Message.of("access.role." + grant.role().name()),
                    grant.unit().toString());
        }
        if (dated.lastDay() != null && dated.lastDay().isBefore(Paris.today(clock))) {
            throw Refusal.invalid("fin", "people.end.past", dated.lastDay());
        }
    }

    /** Refuses, as not found, a unit outside those that the actor administers. */
    static void mustAdminister(Handle tx, Actor by, UnitId unit) {
        if (by instanceof Principal principal
                && !tx.attach(AccessSql.class).liesWithin(unit, Accounts.unitsOf(principal))) {
            throw Refusal.notFound();
        }
    }

    /** Refuses, for a new right or employer, a collectivity that another has replaced. */
    static void mustStand(Handle tx, String field, UnitId unit) {
        tx.attach(HandoverSql.class).successorName(unit).ifPresent(name -> {
            throw Refusal.invalid(field, "access.unit.succeeded", name);
        });
    }

    private void changed(Handle tx, AccountId account, Entry entry) {
        Accounts.endAll(tx, account);
        journal.record(tx, entry);
    }
}
