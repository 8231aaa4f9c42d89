package fr.preau.access;

import fr.preau.access.factor.FactorKey;
import fr.preau.access.factor.RecoveryCodes;
import fr.preau.access.factor.TotpSecret;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * The second factor of accounts: setting one up, checking a code, giving it up. A code is taken once only; a recovery
 * code too. Removing somebody else's takes two administrators: {@link FactorRemovals}.
 */
public final class SecondFactors {
    private static final Pattern DIGITS = Pattern.compile("\\d{6}");

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;
    private final FactorKey key;

    public SecondFactors(Database database, Journal journal, InstantSource clock, FactorKey key) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.key = key;
    }

    /**
     * Makes sure that the key at hand is the one that sealed the secrets of the database.
     *
     * @throws Refusal conflict, when it is another one
     */
    public void verifyKey() {
        boolean same = database.call(Actor.SYSTEM, tx -> {
            FactorSql sql = tx.attach(FactorSql.class);
            return sql.latest()
                    .map(account ->
                            secret(account, sql.factor(account).orElseThrow()).isPresent())
                    .orElse(true);
        });
        if (!same) {
            throw Refusal.conflict("factor.key.other");
        }
    }

    /** What its owner sees of it; empty when there is none. */
    public Optional<FactorState> state(AccountId account) {
        return database.call(() -> account, tx -> tx.attach(FactorSql.class).state(account));
    }

    /** The person of a session, as one who sets a factor up. */
    Waiting owner(Principal principal) {
        return database.call(
                principal,
                tx -> new Waiting(
                        principal.account(),
                        tx.attach(AccessSql.class).email(principal.account()),
                        tx.attach(FactorSql.class).factor(principal.account()).isPresent()));
    }

    /** A new secret for the account, not yet taken over by it. */
    FactorDraft draft(Waiting of) {
        return FactorDraft.fresh(key, of, clock.instant());
    }

    /** The draft that a page brings back; a new one when that has been lying too long. */
    FactorDraft draft(Waiting of, String sealed) {
        return FactorDraft.read(key, of, sealed, clock.instant()).orElseGet(() -> draft(of));
    }

    /**
     * Takes a draft over as the first factor of an account, once a code shows that the telephone has it.
     *
     * @param first a code made from the draft
     * @return the recovery codes, to be shown this once
     * @throws Refusal invalid, when the code is not the draft's; conflict, when the account has a factor
     */
    List<String> enrol(AccountId account, FactorDraft draft, String first) {
        return take(account, draft, stepOf(draft, first), false);
    }

    /**
     * As {@link #enrol}, in place of the present factor if there is one: a code of that is asked for too.
     *
     * @param code of the present factor
     */
    List<String> replace(AccountId account, FactorDraft draft, String first, String code, String address) {
        long step = stepOf(draft, first);
        boolean present = state(account).isPresent();
        if (present) {
            check(account, code, address);
        }
        return take(account, draft, step, present);
    }

    private long stepOf(FactorDraft draft, String first) {
        return draft.secret()
                .stepOf(digits(first), clock.instant())
                .orElseThrow(() -> Refusal.invalid("first", "factor.code.first"));
    }

    private List<String> take(AccountId account, FactorDraft draft, long step, boolean replaces) {
        List<String> codes = RecoveryCodes.fresh();
        byte[] salt = RecoveryCodes.salt();
        List<byte[]> digests =
                codes.stream().map(each -> RecoveryCodes.digest(each, salt)).toList();
        byte[] sealed = key.seal(draft.secret().bytes(), use(account));
        database.run(() -> account, tx -> {
            FactorSql sql = tx.attach(FactorSql.class);
            if (replaces) {
                sql.delete(account);
            }
            if (sql.insert(account, sealed, clock.instant(), step, salt) == 0) {
                throw Refusal.conflict("factor.there");
            }
            sql.insertCodes(account, digests);
            record(tx, account, replaces ? "factor.replaced" : "factor.enrolled");
        });
        return codes;
    }

    /**
     * Checks a code of the application, or a recovery code, and uses it up.
     *
     * @param address where the request comes from, for the throttle
     * @throws Refusal invalid, when it is neither or has served; too many when one must wait
     */
    public void check(AccountId account, String typed, String address) {
        Instant now = clock.instant();
        Throttle throttle = Throttle.ofCode(account, address);
        // As for a password: the attempt is committed before the slow comparison.
        Optional<FactorRow> factor = database.call(() -> account, tx -> {
            throttle.enter(tx, now);
            return tx.attach(FactorSql.class).factor(account);
        });
        boolean right = factor.isPresent()
                && (DIGITS.matcher(digits(typed)).matches()
                        ? takeStep(account, factor.get(), digits(typed), now)
                        : takeCode(account, factor.get(), typed, now));
        database.run(() -> account, tx -> {
            if (right) {
                throttle.forgive(tx);
            } else {
                record(tx, account, "factor.refused");
            }
        });
        if (!right) {
            throw Refusal.invalid("code", "factor.code.wrong");
        }
    }

    /** Gives up one's own, which no role of the account demands. */
    void giveUp(Principal principal) {
        database.run(principal, tx -> {
            FactorSql sql = tx.attach(FactorSql.class);
            if (sql.holdsOneOf(principal.account(), SignInSteps.DEMANDING, clock.instant())) {
                throw Refusal.conflict("factor.demanded");
            }
            if (sql.delete(principal.account()) > 0) {
                record(tx, principal.account(), "factor.givenUp");
            }
        });
    }

    private boolean takeStep(AccountId account, FactorRow factor, String code, Instant now) {
        OptionalLong step =
                secret(account, factor).map(secret -> secret.stepOf(code, now)).orElse(OptionalLong.empty());
        return step.isPresent()
                && database.call(() -> account, tx -> tx.attach(FactorSql.class).takeStep(account, step.getAsLong()))
                        > 0;
    }

    private boolean takeCode(AccountId account, FactorRow factor, String typed, Instant now) {
        if (!RecoveryCodes.isOne(typed)) {
            return false;
        }
        byte[] digest = RecoveryCodes.digest(typed, factor.salt());
        return database.call(() -> account, tx -> {
            FactorSql sql = tx.attach(FactorSql.class);
            if (sql.takeCode(account, digest, now) == 0) {
                return false;
            }
            int left = sql.state(account).map(FactorState::codes).orElse(0);
            journal.record(
                    tx,
                    Entry.of(() -> account, "factor.recovered", "account/" + account)
                            .with(Map.of("left", left)));
            return true;
        });
    }

    private void record(Handle tx, AccountId account, String action) {
        journal.record(tx, Entry.of(() -> account, action, "account/" + account));
    }

    private Optional<TotpSecret> secret(AccountId account, FactorRow factor) {
        return key.open(factor.sealed(), use(account)).map(TotpSecret::new);
    }

    private static String use(AccountId account) {
        return "second factor of " + account;
    }

    /** Applications show the six digits in two groups. */
    private static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }
}
