package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Somebody leaves: the account is closed, and a successor, if one is named, takes its rights over, each by a grant of its
 * own. What was written stays under the name of who wrote it.
 */
public final class Departures {
    private final Database database;
    private final InstantSource clock;
    private final Accounts accounts;
    private final Grants grants;

    public Departures(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        accounts = new Accounts(database, journal, clock);
        grants = new Grants(database, journal, clock);
    }

    /**
     * What closing the account would do.
     *
     * @param successor null when nobody succeeds
     * @param passing rights that the successor takes over; empty when nobody does
     * @param known rights that the successor holds already, for as long
     */
    public record Preview(
            PersonRow leaver, @Nullable PersonRow successor, List<HeldGrant> passing, List<HeldGrant> known) {}

    /**
     * The preview.
     *
     * @param successor address of somebody whom the administrator sees, empty for nobody
     * @throws Refusal not found, when one of the leaver's rights lies above the administrator's; invalid, when the address
     *     is nobody's who can succeed
     */
    public Preview preview(Principal by, AccountId account, String successor) {
        return database.call(by, tx -> preview(tx, by, account, successor));
    }

    /** Closes the account, and hands its rights over. */
    public Preview close(Principal by, AccountId account, String successor) {
        return database.call(by, tx -> {
            Preview preview = preview(tx, by, account, successor);
            PersonRow heir = preview.successor();
            Map<String, String> values = new HashMap<>();
            if (heir != null) {
                values.put("successor", heir.id().toString());
            }
            accounts.close(tx, by, preview.leaver(), values);
            if (heir != null) {
                for (HeldGrant right : preview.passing()) {
                    grants.give(tx, by, heir.id(), right.dated(), Map.of("from", account.toString()));
                }
            }
            return preview;
        });
    }

    private Preview preview(Handle tx, Actor by, AccountId account, String successor) {
        if (by.account().equals(account)) {
            throw Refusal.conflict("access.account.self");
        }
        PersonRow leaver = People.visible(tx, clock, by, account);
        Accounts.mustGovern(tx, by, leaver);
        if (successor.isBlank() || leaver.closed()) {
            return new Preview(leaver, null, List.of(), List.of());
        }
        PersonRow heir = heir(tx, by, leaver, successor);
        List<HeldGrant> passing =
                leaver.held().stream().filter(right -> !isHeld(heir, right)).toList();
        List<HeldGrant> known =
                leaver.held().stream().filter(right -> isHeld(heir, right)).toList();
        return new Preview(leaver, heir, passing, known);
    }

    private PersonRow heir(Handle tx, Actor by, PersonRow leaver, String successor) {
        Optional<AccountId> named = tx.attach(AccessSql.class).accountByEmail(NewPerson.fold(successor));
        PersonRow heir = named.flatMap(id -> People.find(tx, clock, by, id))
                .orElseThrow(() -> Refusal.invalid("successeur", "people.successor.unknown", successor.strip()));
        if (heir.id().equals(leaver.id())) {
            throw Refusal.invalid("successeur", "people.successor.self");
        }
        if (heir.closed()) {
            throw Refusal.invalid("successeur", "people.successor.closed", heir.name());
        }
        return heir;
    }

    /** Whether the person holds the right already, for as long or longer. */
    private static boolean isHeld(PersonRow heir, HeldGrant right) {
        return heir.held().stream()
                .filter(own -> own.grant().equals(right.grant()))
                .anyMatch(own -> isAsLong(own.lastDay(), right.lastDay()));
    }

    private static boolean isAsLong(@Nullable LocalDate own, @Nullable LocalDate wanted) {
        return own == null || (wanted != null && !own.isBefore(wanted));
    }
}
