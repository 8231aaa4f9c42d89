package fr.preau.access;

import fr.preau.access.mail.Delivery;
import fr.preau.access.mail.Smtp;
import fr.preau.database.Database;
import fr.preau.database.Rounds;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Mail that leaves: links, and letters that hold none. Asking for a link writes a row and waits for nobody; the
 * {@link #postman} makes the link at the moment of sending, so that none lies anywhere, and no transaction is open while
 * the mail server is spoken to.
 */
public final class Mails {
    /** The last some two hours after the first: 1, 2, 4, 8, 16, 32 and 60 minutes lie between them. */
    private static final int MOST_ATTEMPTS = 8;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;
    private final Letters letters;
    private final Smtp smtp;

    public Mails(Database database, Journal journal, InstantSource clock, Letters letters, Smtp smtp) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.letters = letters;
        this.smtp = smtp;
    }

    /** Has a link sent, in the transaction of whatever gives a reason to. */
    static void post(Handle tx, InstantSource clock, Actor by, String email, LinkPurpose purpose) {
        tx.attach(MailSql.class).post(email, purpose, by.account(), clock.instant());
    }

    /** Has a letter without a link of one's own sent to somebody, in the transaction of whatever gives a reason to. */
    public static void write(Handle tx, InstantSource clock, Actor by, AccountId to, Written letter) {
        tx.attach(MailSql.class).write(to, letter.subject(), letter.body(), by.account(), clock.instant());
    }

    /** What a letter says; whoever opens it is asked to sign in like everybody. */
    public record Written(String subject, String body) {}

    /**
     * Somebody has forgotten a password. Nothing here looks whether there is such an account: what is done and answered is
     * the same.
     *
     * @param address where the request comes from, for the throttle
     */
    public void forgotten(String email, String address) {
        String folded = NewPerson.address(email);
        database.run(Actor.SYSTEM, tx -> Throttle.ofForgotten(folded, address).enter(tx, clock.instant()));
        database.run(Actor.SYSTEM, tx -> post(tx, clock, Actor.SYSTEM, folded, LinkPurpose.RESET));
    }

    /** What has not left yet of a person's, the latest first. */
    public List<MailState> waiting(Actor by, String email) {
        return database.call(by, tx -> tx.attach(MailSql.class).of(email));
    }

    /** Sends what is due; a mail server that is away holds up nobody but this thread. */
    Rounds postman() {
        return new Rounds("postman", PAUSE, this::sendNext);
    }

    /** Tries to send the mail that has waited longest; false when none is due. */
    boolean sendNext() {
        Optional<MailRow> due =
                database.call(Actor.SYSTEM, tx -> tx.attach(MailSql.class).take(clock.instant()));
        due.ifPresent(row -> {
            if (row.account() == null) {
                database.run(Actor.SYSTEM, tx -> tx.attach(MailSql.class).delete(row.id()));
            } else if (row.purpose() == null) {
                database.run(Actor.SYSTEM, after(row, smtp.send(row.letter())));
            } else {
                send(row, row.account(), row.purpose());
            }
        });
        return due.isPresent();
    }

    private void send(MailRow row, AccountId account, LinkPurpose purpose) {
        Instant now = clock.instant();
        Secret link = database.call(Actor.SYSTEM, tx -> {
            if (row.attempts() == 1 && row.askedBy().equals(Actor.SYSTEM.account())) {
                journal.record(tx, Entry.of(Actor.SYSTEM, "account.forgotten", "account/" + account));
                Notices.leave(tx, clock, Actor.SYSTEM, account, NoticeKind.FORGOTTEN);
            }
            return Links.make(tx, Actor.SYSTEM, account, purpose, now);
        });
        Delivery delivery = smtp.send(letters.with(link, purpose, row, now.plus(purpose.life())));
        database.run(Actor.SYSTEM, tx -> {
            after(row, delivery).accept(tx);
            if (delivery != Delivery.SENT) {
                tx.attach(AccessSql.class).consumeLink(link.digest(), now);
            }
        });
    }

    /** What has left is forgotten; the rest waits for another attempt, or for nothing more. */
    private static Consumer<Handle> after(MailRow row, Delivery delivery) {
        return tx -> {
            MailSql sql = tx.attach(MailSql.class);
            if (delivery == Delivery.SENT) {
                sql.delete(row.id());
                return;
            }
            boolean givenUp = delivery == Delivery.RECIPIENT_REFUSED || row.attempts() >= MOST_ATTEMPTS;
            sql.failed(row.id(), delivery, givenUp);
        };
    }
}
