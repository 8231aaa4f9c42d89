package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Page;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The people whom an administrator sees: employed in one of their units, or holding a right there. It only reads. */
public final class People {
    /** People on one page. */
    static final int PAGE = 50;

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public People(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A part of the list.
     *
     * @param total how many there are in all its parts
     */
    public record Part(long total, Page<PersonRow> page) {}

    /** @param after the last one of the part before, null for the first part */
    public Part list(Principal by, PeopleFilter filter, @Nullable AccountId after, int size) {
        List<CountedPerson> rows = database.call(by, tx -> {
            PeopleSql sql = tx.attach(PeopleSql.class);
            sql.planForTheseValues();
            return sql.list(perimeter(by), filter.within(), filter, after, clock.instant(), size + 1);
        });
        List<PersonRow> people = rows.stream().map(CountedPerson::person).toList();
        return new Part(
                rows.isEmpty() ? 0 : rows.get(0).total(),
                Page.of(people, size, person -> person.id().toString()));
    }

    /** Records that the list was taken as a file. */
    void recordExport(Principal by) {
        database.run(by, tx -> journal.record(tx, Entry.of(by, "people.exported", "people")));
    }

    /** One of {@link #list}. */
    public PersonRow person(Principal by, AccountId account) {
        return database.call(by, tx -> visible(tx, clock, by, account));
    }

    /** Whether the person is still one of {@link #list}: who loses the last right there is out of sight. */
    boolean sees(Principal by, AccountId account) {
        return database.call(by, tx -> find(tx, clock, by, account).isPresent());
    }

    /** One's own rights of now. */
    public List<HeldGrant> own(Principal by) {
        return database.call(by, tx -> tx.attach(PeopleSql.class).held(by.account(), clock.instant()));
    }

    static PersonRow visible(Handle tx, InstantSource clock, Actor by, AccountId account) {
        return find(tx, clock, by, account).orElseThrow(Refusal::notFound);
    }

    static Optional<PersonRow> find(Handle tx, InstantSource clock, Actor by, AccountId account) {
        return tx.attach(PeopleSql.class).person(account, perimeter(by), clock.instant());
    }

    private static Perimeter perimeter(Actor by) {
        return Perimeter.of(Accounts.unitsOf(by));
    }
}
