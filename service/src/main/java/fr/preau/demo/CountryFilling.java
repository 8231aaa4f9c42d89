package fr.preau.demo;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Fills in a campaign department by department: a transaction and an entry of the journal each, two at a time. */
final class CountryFilling {
    private static final int AT_A_TIME = 2;
    private static final String COLUMNS =
            " (campaign, audit, control, verdict, comment, version, author, party, at) FROM STDIN";
    private static final String WHY = "Joignez la pièce dont parle la réponse (données fictives).";

    private final Database owner;
    private final Journal journal;
    private final CountryCast people;
    private final boolean compare;

    CountryFilling(Database owner, Journal journal, CountryCast people, boolean compare) {
        this.owner = owner;
        this.journal = journal;
        this.people = people;
        this.compare = compare;
    }

    private record Times(int audits, int answers, Duration writing, Duration bare) {}

    FilledCampaign fill(CampaignId id, Function<Cast, CountryBatch> empty, Consumer<FilledCampaign> progress) {
        List<CountryPlace> places =
                owner.call(Actor.OPERATOR, tx -> tx.attach(CountrySql.class).places(id));
        long start = System.nanoTime();
        FilledCampaign[] filled = {new FilledCampaign(id, 0, 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO)};
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            places.stream()
                    .map(place -> CompletableFuture.runAsync(
                            () -> {
                                Times times = fill(id, place, empty);
                                synchronized (filled) {
                                    filled[0] = filled[0]
                                            .plus(times.audits(), times.answers(), times.writing(), times.bare())
                                            .after(since(start));
                                    progress.accept(filled[0]);
                                }
                            },
                            threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
        return filled[0];
    }

    private Times fill(CampaignId id, CountryPlace place, Function<Cast, CountryBatch> empty) {
        List<RosterLine> roster =
                owner.call(Actor.OPERATOR, tx -> tx.attach(CountrySql.class).roster(id, place.department()));
        Cast cast;
        synchronized (people) {
            cast = people.of(place, roster);
        }
        CountryBatch batch = empty.apply(cast);
        roster.forEach(batch::add);
        byte[] answers = batch.answers();
        return owner.call(Actor.OPERATOR, tx -> {
            CountrySql sql = tx.attach(CountrySql.class);
            // Where the audits stand first: their answers are then counted once, where they belong.
            tx.attach(DemoSql.class).settle(id, batch.judged());
            Duration bare = Duration.ZERO;
            if (compare) {
                sql.makeBare();
                bare = copy(tx, "COPY bare" + COLUMNS, answers);
            }
            Duration writing = copy(tx, "COPY answer" + COLUMNS, answers);
            copy(tx, "COPY audit_writer (audit, account, party) FROM STDIN", batch.writers());
            sql.rank(id, place.department());
            sql.keepRendered(id, place.department());
            sql.giveReasons(id, place.department(), WHY);
            journal.record(
                    tx,
                    Entry.of(Actor.OPERATOR, "demo.answered", "campaign/" + id)
                            .with(Map.of("department", place.department(), "answers", batch.count())));
            return new Times(roster.size(), batch.count(), writing, bare);
        });
    }

    private static Duration copy(Handle tx, String statement, byte[] rows) {
        long start = System.nanoTime();
        try {
            new CopyManager(tx.getConnection().unwrap(BaseConnection.class))
                    .copyIn(statement, new ByteArrayInputStream(rows), 1 << 16);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused the invented answers", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return since(start);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
