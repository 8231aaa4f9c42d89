package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One-time links, within somebody's transaction: made, read while they are good, used once. Only digests are kept. */
final class Links {
    private Links() {}

    /**
     * A new one.
     *
     * @param shown who gets to see it beside its bearer; {@link Actor#SYSTEM} when nobody does, as with a mail, or the
     *     person who runs a command
     * @param account null for the first administrator, who has none yet
     */
    static Secret make(Handle tx, Actor shown, @Nullable AccountId account, LinkPurpose purpose, Instant now) {
        Secret secret = Secret.random();
        tx.attach(AccessSql.class)
                .insertLink(secret.digest(), account, purpose, shown.account(), now.plus(purpose.life()));
        return secret;
    }

    /** What it is for; not found once it has served or its time is past. */
    static LinkRow read(Handle tx, byte[] digest, Instant now) {
        return tx.attach(AccessSql.class).link(digest, now).orElseThrow(Refusal::notFound);
    }

    /** Uses it up, and with it every other link of the account: whoever comes in by one needs none of them any more. */
    static void use(Handle tx, byte[] digest, Instant now) {
        AccessSql sql = tx.attach(AccessSql.class);
        if (sql.consumeLink(digest, now) == 0) {
            throw Refusal.notFound();
        }
        sql.endLinksBeside(digest, now);
    }
}
