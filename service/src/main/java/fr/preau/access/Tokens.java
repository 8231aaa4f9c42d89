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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** API tokens: a person's own rights, narrowed to a {@link Scope}, for a limited time. Shown once. */
public final class Tokens {
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
     * Issues a token: the only time that it is seen.
     *
     * @throws Refusal conflict when the account is disabled
     */
    public Secret issue(Actor by, AccountId account, NewToken token) {
        return database.call(by, tx -> {
            Secret secret = Secret.random();
            Instant now = clock.instant();
            int inserted = tx.attach(TokenSql.class)
                    .insert(secret.digest(), account, token, now, now.plus(Duration.ofDays(token.days())));
            if (inserted == 0) {
                throw Refusal.conflict("access.token.disabled");
            }
            journal.record(
                    tx,
                    Entry.of(by, "token.issued", "account/" + account)
                            .with(Map.of("scope", token.scope().label(), "days", token.days())));
            return secret;
        });
    }

    /** The person's own tokens that are good now, the newest first. */
    public List<TokenRow> of(Principal principal) {
        return database.call(principal, tx -> tx.attach(TokenSql.class).of(principal.account(), clock.instant()));
    }

    /** Ends one of the person's own; another person's is not found. */
    public void revoke(Principal principal, long id) {
        database.run(principal, tx -> {
            if (tx.attach(TokenSql.class).revoke(id, principal.account(), clock.instant()) == 0) {
                throw Refusal.notFound();
            }
            journal.record(
                    tx,
                    Entry.of(principal, "token.revoked", "account/" + principal.account())
                            .with(Map.of("token", id)));
        });
    }

    /** Who the token belongs to, with the rights of now; empty when it is unknown, over or revoked. */
    public Optional<Principal> find(Secret secret) {
        Instant now = clock.instant();
        Optional<PrincipalRow> row =
                database.recognise(sql -> sql.attach(TokenSql.class).byToken(secret.digest(), now));
        if (row.isPresent() && row.get().lastAt().isBefore(now.minus(TOUCH))) {
            database.run(Actor.SYSTEM, tx -> tx.attach(TokenSql.class).touch(secret.digest(), now));
        }
        return row.map(found -> found.principal(Scope.valueOf(found.scope())));
    }
}
