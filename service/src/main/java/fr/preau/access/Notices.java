package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What an owner is told at sign-in, until they say that they have read it: nobody touches an account unseen. */
public final class Notices {
    private final Database database;
    private final InstantSource clock;

    public Notices(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Leaves one, in the transaction of what it tells. */
    static void leave(Handle tx, InstantSource clock, Actor by, AccountId account, NoticeKind kind) {
        tx.attach(StepSql.class).insertNotice(account, kind, by.account(), clock.instant());
    }

    /** Those not read yet, the oldest first. */
    public List<Notice> unread(AccountId account) {
        return database.call(() -> account, tx -> tx.attach(StepSql.class).notices(account));
    }

    /** Marks all of them as read. */
    public void read(Principal principal) {
        database.run(principal, tx -> tx.attach(StepSql.class).readNotices(principal.account(), clock.instant()));
    }
}
