package fr.preau.press;

import fr.preau.access.Secret;
import fr.preau.database.Database;
import fr.preau.edition.Label;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without an account may ask for: CLEAR editions, the files that a link leads to, and whether a digest is
 * that of an authentic file. Of all that is not CLEAR a digest tells no more than edition and label.
 */
public final class OpenShelf {
    private final Database database;
    private final InstantSource clock;

    public OpenShelf(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An issue with its files. */
    public record Opened(Issue issue, List<IssuedFile> files) {
        public Opened {
            files = List.copyOf(files);
        }
    }

    /**
     * What a digest tells.
     *
     * @param title null unless the edition is CLEAR, as are perimeter and issue
     */
    public record Told(
            int number,
            Label label,
            @Nullable String title,
            @Nullable String perimeter,
            @Nullable Long issue) {}

    /** CLEAR editions, newest first. */
    public List<Issue> editions() {
        return database.call(Actor.SYSTEM, tx -> tx.attach(IssueSql.class).open(null));
    }

    /** A CLEAR edition; another one is not found. */
    public Opened edition(long id) {
        return database.call(Actor.SYSTEM, tx -> {
            IssueSql sql = tx.attach(IssueSql.class);
            Issue issue = sql.open(id).stream().findFirst().orElseThrow(Refusal::notFound);
            return new Opened(issue, sql.files(id));
        });
    }

    /** A file of a CLEAR edition. */
    public PressFile editionFile(long id, String name) {
        return database.call(Actor.SYSTEM, tx -> {
            IssueSql sql = tx.attach(IssueSql.class);
            Issue issue = sql.open(id).stream().findFirst().orElseThrow(Refusal::notFound);
            return Issues.content(sql, issue.id(), name);
        });
    }

    /** What a link leads to; one that has ended is not found. */
    public Opened received(Secret secret) {
        return database.call(Actor.SYSTEM, tx -> {
            IssueSql sql = tx.attach(IssueSql.class);
            Issue issue = sql.received(secret.digest(), Paris.today(clock)).orElseThrow(Refusal::notFound);
            return new Opened(issue, sql.files(issue.id()));
        });
    }

    /** A file by a link; the register keeps that it was fetched. */
    public PressFile receivedFile(Secret secret, String name) {
        return database.call(Actor.SYSTEM, tx -> {
            IssueSql sql = tx.attach(IssueSql.class);
            Issue issue = sql.received(secret.digest(), Paris.today(clock)).orElseThrow(Refusal::notFound);
            PressFile file = Issues.content(sql, issue.id(), name);
            sql.fetched(secret.digest(), name, clock.instant());
            return file;
        });
    }

    /** What is known of a file of that SHA-256; empty for any other file, and for what is no digest. */
    public Optional<Told> tell(String sha256) {
        return database.call(Actor.SYSTEM, tx -> tx.attach(IssueSql.class).byDigest(sha256))
                .map(issue -> issue.label() == Label.CLEAR
                        ? new Told(issue.number(), issue.label(), issue.title(), issue.perimeter(), issue.id())
                        : new Told(issue.number(), issue.label(), null, null, null));
    }
}
