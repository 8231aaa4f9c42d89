package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** API tokens: a person's own rights, narrowed to a {@link Scope}, for a limited time. Shown once. */
public final class Tokens {
    private static final int LONGEST_DAYS = 366;
    private static final Duration TOUCH = Duration.ofMinutes(2);

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public Tokens(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Issues a token.
     *
     * @param days life in days, 1 to 366
     * @throws Refusal conflict when the account is disabled, invalid for another number of days
     */
    public Secret issue(Actor by, AccountId account, Scope scope, int days) {
        if (days < 1 || days > LONGEST_DAYS) {
            throw Refusal.invalid("days", "access.token.days", LONGEST_DAYS);
        }
        if (scope == Scope.SESSION) {
            throw Refusal.invalid("scope", "access.token.scope");
        }
        return database.call(by, tx -> {
            Secret secret = Secret.random();
            Instant now = clock.instant();
            int inserted = tx.attach(AccessSql.class)
                    .insertToken(secret.digest(), account, scope, now, now.plus(Duration.ofDays(days)));
            if (inserted == 0) {
                throw Refusal.conflict("access.token.disabled");
            }
            journal.record(
                    tx,
                    Entry.of(by, "token.issued", "account/" + account)
                            .with(Map.of("scope", scope.label(), "days", days)));
            return secret;
        });
    }

    /** Who the token belongs to, with the rights of now; empty when it is unknown, over or revoked. */
    public Optional<Principal> find(Secret secret) {
        Instant now = clock.instant();
        return database.call(Actor.SYSTEM, tx -> {
            AccessSql sql = tx.attach(AccessSql.class);
            Optional<PrincipalRow> row = sql.byToken(secret.digest(), now);
            if (row.isPresent() && row.get().lastAt().isBefore(now.minus(TOUCH))) {
                sql.touchToken(secret.digest(), now);
            }
            return row.map(found -> found.principal(Scope.valueOf(found.scope())));
        });
    }
}
