package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * People and their rights: invitation, one-time links, grants, disabling. Passwords are never chosen for somebody: one
 * gives a link, and its bearer chooses.
 */
public final class Accounts {
    private final Database database;
    private final Journal journal;
    private final InstantSource clock;
    private final Grants grants;

    public Accounts(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        grants = new Grants(database, journal, clock);
    }

    /** The link by which the first administrator comes in, as long as there is nobody; else empty. */
    public Optional<Secret> firstLink() {
        return database.call(Actor.SYSTEM, tx -> {
            AccessSql sql = tx.attach(AccessSql.class);
            if (sql.anyAccount()) {
                return Optional.empty();
            }
            return Optional.of(Links.make(tx, Actor.SYSTEM, null, LinkPurpose.FIRST, clock.instant()));
        });
    }

    /**
     * Creates an account with its first grant, and the link by which its owner chooses a password.
     *
     * @throws Refusal not found when a unit is unknown or lies outside the administrator's, conflict when the address
     *     is taken
     */
    public Secret invite(Actor by, NewPerson person, DatedGrant grant) {
        return database.call(
                by,
                tx -> Links.make(
                        tx, by, invited(tx, by, person, List.of(grant)), LinkPurpose.INVITATION, clock.instant()));
    }

    /** The same with a right that has no end. */
    public Secret invite(Actor by, NewPerson person, Grant grant) {
        return invite(by, person, DatedGrant.endless(grant));
    }

    /** As {@link #invite}, but the link leaves by mail: nobody else ever sees it. */
    public void inviteByMail(Actor by, NewPerson person, DatedGrant grant) {
        database.run(by, tx -> {
            invited(tx, by, person, List.of(grant));
            Mails.post(tx, clock, by, person.email(), LinkPurpose.INVITATION);
        });
    }

    /** Creates an account without a link: for the demonstration's people, who come in by a button. */
    public AccountId add(Actor by, NewPerson person, List<Grant> rights) {
        return database.call(by, tx -> {
            AccountId account = create(tx, by, person);
            rights.forEach(right -> grants.give(tx, by, account, DatedGrant.endless(right)));
            return account;
        });
    }

    /** {@link Grants#give} without an end. */
    public void grant(Actor by, AccountId account, Grant grant) {
        grants.give(by, account, DatedGrant.endless(grant));
    }

    /** {@link Grants#revoke}. */
    public void revoke(Actor by, AccountId account, Grant grant) {
        grants.revoke(by, account, grant);
    }

    /**
     * A link to choose a new password, good for an hour; the sessions go on until it is used. The second factor stays,
     * and the owner is told at the next sign-in.
     */
    public Secret resetLink(Actor by, AccountId account) {
        return database.call(by, tx -> {
            reset(tx, by, account);
            return Links.make(tx, by, account, LinkPurpose.RESET, clock.instant());
        });
    }

    /** As {@link #resetLink}, but the link leaves by mail: nobody else ever sees it. */
    public void resetByMail(Actor by, AccountId account) {
        database.run(by, tx -> Mails.post(tx, clock, by, reset(tx, by, account).email(), LinkPurpose.RESET));
    }

    private PersonRow reset(Handle tx, Actor by, AccountId account) {
        PersonRow person = People.visible(tx, clock, by, account);
        if (person.closed()) {
            throw Refusal.conflict("access.account.disabled", person.email());
        }
        // Whoever resets a password can act as its owner: nobody does that to somebody with rights above theirs.
        mustGovern(tx, by, person);
        journal.record(tx, Entry.of(by, "account.resetLink", "account/" + account));
        Notices.leave(tx, clock, by, account, NoticeKind.RESET_LINK);
        return person;
    }

    /** Shuts an account, and nobody takes its rights over: {@link Departures}. */
    public void disable(Actor by, AccountId account) {
        database.run(by, tx -> close(tx, by, People.visible(tx, clock, by, account), Map.of()));
    }

    /**
     * Shuts an account: its sessions, tokens and links end, and the links that it was shown for others; what it wrote
     * stays. One that is shut already changes nothing.
     */
    void close(Handle tx, Actor by, PersonRow person, Map<String, String> values) {
        mustGovern(tx, by, person);
        Instant now = clock.instant();
        if (tx.attach(AccessSql.class).disable(person.id(), now) > 0) {
            endAll(tx, person.id());
            tx.attach(GrantSql.class).endLinks(person.id(), now);
            Entry entry = Entry.of(by, "account.disabled", "account/" + person.id());
            journal.record(tx, values.isEmpty() ? entry : entry.with(values));
        }
    }

    /** The account of an address. */
    public AccountId byEmail(Actor by, String email) {
        return database.call(
                by,
                tx -> tx.attach(AccessSql.class)
                        .accountByEmail(NewPerson.fold(email))
                        .orElseThrow(() -> Refusal.invalid("email", "access.email.unknown", email)));
    }

    /** What a link is for, while it is good. */
    public LinkRow openLink(Secret secret) {
        return database.call(Actor.SYSTEM, tx -> Links.read(tx, secret.digest(), clock.instant()));
    }

    /** Uses an invitation or a reset: sets the password, ends every session and token of the account. */
    public AccountId choosePassword(Secret secret, String password) {
        LinkRow open = openLink(secret);
        String hash = Passwords.accept(password, open.name(), open.email());
        return database.call(Actor.SYSTEM, tx -> {
            Instant now = clock.instant();
            AccountId account = Optional.ofNullable(
                            Links.read(tx, secret.digest(), now).account())
                    .orElseThrow(Refusal::notFound);
            Links.use(tx, secret.digest(), now);
            tx.attach(AccessSql.class).setPassword(account, hash);
            endAll(tx, account);
            journal.record(tx, Entry.of(() -> account, "account.passwordChosen", "account/" + account));
            return account;
        });
    }

    /**
     * Changes one's own password, and ends every session and token of the account. The present one was asked for
     * before: {@link SignIns#confirm}.
     *
     * @throws Refusal invalid, when the new one is too short or one that a guesser tries first
     */
    public void changePassword(Principal by, String wanted) {
        String email = database.call(by, tx -> tx.attach(AccessSql.class).email(by.account()));
        String hash = Passwords.accept(wanted, by.name(), email);
        database.run(by, tx -> {
            tx.attach(AccessSql.class).setPassword(by.account(), hash);
            endAll(tx, by.account());
            journal.record(tx, Entry.of(by, "account.passwordChosen", "account/" + by.account()));
        });
    }

    /** Uses the first link: the service's first administrator, on the nation. */
    public AccountId createFirst(Secret secret, NewPerson person, String password) {
        String hash = Passwords.accept(password, person.name(), person.email());
        return database.call(Actor.SYSTEM, tx -> {
            Instant now = clock.instant();
            if (Links.read(tx, secret.digest(), now).purpose() != LinkPurpose.FIRST) {
                throw Refusal.notFound();
            }
            Links.use(tx, secret.digest(), now);
            AccountId account = create(tx, Actor.SYSTEM, person);
            grants.give(tx, Actor.SYSTEM, account, DatedGrant.endless(new Grant(Role.ADMINISTRATOR, UnitId.NATION)));
            tx.attach(AccessSql.class).setPassword(account, hash);
            return account;
        });
    }

    /** Names of accounts, for pages that show who did what; the service itself (0) has none. */
    public static Map<AccountId, String> names(Handle tx, Collection<AccountId> accounts) {
        return tx.attach(AccessSql.class)
                .names(accounts.stream().map(AccountId::value).toList());
    }

    /** Creates an account with its rights; how its owner comes in is the caller's to say. */
    AccountId invited(Handle tx, Actor by, NewPerson person, List<DatedGrant> rights) {
        Grants.mustAdminister(tx, by, person.employer());
        AccountId account = create(tx, by, person);
        rights.forEach(right -> grants.give(tx, by, account, right));
        return account;
    }

    private AccountId create(Handle tx, Actor by, NewPerson person) {
        AccessSql sql = tx.attach(AccessSql.class);
        if (!sql.unitExists(person.employer())) {
            throw Refusal.invalid(
                    "employer", "access.unit.unknown", person.employer().toString());
        }
        Grants.mustStand(tx, "employer", person.employer());
        AccountId account = sql.insertAccount(person, person.searchText(), clock.instant())
                .orElseThrow(() -> Refusal.conflict("access.email.taken", person.email()));
        journal.record(
                tx,
                Entry.of(by, "account.created", "account/" + account)
                        .with(Map.of("employer", person.employer().toString())));
        return account;
    }

    /** Refuses, as not found, somebody one of whose rights lies above the actor's: one would act with it. */
    static void mustGovern(Handle tx, Actor by, PersonRow person) {
        if (by instanceof Principal) {
            person.grants().forEach(grant -> Grants.mustAdminister(tx, by, grant.unit()));
        }
    }

    /** The units that the actor administers; the commands administer everything. */
    static List<UnitId> unitsOf(Actor by) {
        return by instanceof Principal administrator
                ? administrator.held(Role.ADMINISTRATOR).stream()
                        .map(Grant::unit)
                        .toList()
                : List.of(UnitId.NATION);
    }

    /** Ends the sessions and tokens of an account, and sign-ins that are half done. */
    static void endAll(Handle tx, AccountId account) {
        AccessSql sql = tx.attach(AccessSql.class);
        sql.endSessions(account);
        sql.endTokens(account);
        tx.attach(StepSql.class).endAll(account);
    }
}
