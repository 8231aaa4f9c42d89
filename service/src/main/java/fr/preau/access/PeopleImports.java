package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * People and rights from a file: everything is checked before anything is written, and then all of it is, or nothing.
 * The same file again changes nothing. Each right passes through {@link Grants}, like one given by hand.
 */
public final class PeopleImports {
    private final Database database;
    private final Journal journal;
    private final InstantSource clock;
    private final Accounts accounts;
    private final Grants grants;

    public PeopleImports(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        accounts = new Accounts(database, journal, clock);
        grants = new Grants(database, journal, clock);
    }

    /** A person who was created, and the link that is theirs alone: it is seen this once. */
    public record Invited(String email, String name, Secret link) {}

    /** What was done, and the links of those who were created. */
    public record Done(PeoplePlan plan, List<Invited> invited) {}

    /**
     * What the file would do, without doing it.
     *
     * @throws Refusal invalid, when it is no such file; what is wrong with a line is in the plan
     */
    public PeoplePlan plan(Actor by, String text) {
        List<PeopleLine> lines = PeopleFile.read(text);
        return database.call(by, tx -> plan(tx, by, lines));
    }

    /**
     * Does it, when it still is what was read.
     *
     * @param digest of the plan that was confirmed
     * @param mail whether the links leave by mail; then nobody is shown one
     * @throws Refusal invalid, with every fault; conflict, when somebody has changed something since
     */
    public Done apply(Actor by, String text, String digest, boolean mail) {
        List<PeopleLine> lines = PeopleFile.read(text);
        return database.call(by, tx -> {
            PeoplePlan plan = plan(tx, by, lines).whole();
            if (!plan.digest().equals(digest)) {
                throw Refusal.conflict("people.import.stale");
            }
            return apply(tx, by, plan, mail);
        });
    }

    /**
     * As {@link #plan}, of a file without faults.
     *
     * @throws Refusal invalid, with every fault
     */
    public PeoplePlan checked(Actor by, String text) {
        return plan(by, text).whole();
    }

    /** The text of a file: UTF-8, else what a French spreadsheet writes by itself. */
    public static String text(byte[] bytes) {
        return PeopleFile.text(bytes);
    }

    private PeoplePlan plan(Handle tx, Actor by, List<PeopleLine> lines) {
        return PeoplePlanner.plan(tx, by, grants, lines, clock.instant());
    }

    private Done apply(Handle tx, Actor by, PeoplePlan plan, boolean mail) {
        List<Invited> invited = new ArrayList<>();
        List<String> touched = new ArrayList<>();
        for (PeoplePlan.Person person : plan.changing()) {
            List<DatedGrant> rights =
                    person.rights().stream().map(PeoplePlan.Right::right).toList();
            AccountId account = person.account();
            if (account == null) {
                NewPerson created = new NewPerson(person.email(), person.name(), person.employer());
                account = accounts.invited(tx, by, created, rights);
                if (mail) {
                    Mails.post(tx, clock, by, created.email(), LinkPurpose.INVITATION);
                } else {
                    Secret link = Links.make(tx, by, account, LinkPurpose.INVITATION, clock.instant());
                    invited.add(new Invited(created.email(), created.name(), link));
                }
            } else {
                for (DatedGrant right : rights) {
                    grants.give(tx, by, account, right);
                }
            }
            touched.add("account/" + account);
        }
        if (!touched.isEmpty()) {
            Map<String, Long> counts =
                    Map.of("created", plan.created(), "given", plan.given(), "ends", plan.endsChanged());
            journal.record(
                    tx, Entry.of(by, "people.imported", "people").with(counts).touching(touched));
        }
        return new Done(plan, List.copyOf(invited));
    }

    /** The people whose open links these are; one that is over, or that another administrator was shown, is left out. */
    public List<Invited> issued(Principal by, List<Secret> links) {
        Map<String, Secret> secrets = links.stream()
                .collect(Collectors.toMap(
                        link -> HexFormat.of().formatHex(link.digest()), Function.identity(), (one, same) -> one));
        return database.call(
                by,
                tx -> tx
                        .attach(PeopleImportSql.class)
                        .issued(List.copyOf(secrets.keySet()), by.account(), clock.instant())
                        .stream()
                        .map(row ->
                                new Invited(row.email(), row.name(), Objects.requireNonNull(secrets.get(row.digest()))))
                        .toList());
    }
}
