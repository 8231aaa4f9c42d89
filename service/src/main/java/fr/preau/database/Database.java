package fr.preau.database;

import fr.preau.kernel.Actor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens every unit of work: one transaction, which knows for whom it runs ({@code preau.account}).
 *
 * <p>The setting is local to the transaction, so a pooled connection never carries somebody's identity to the next.
 */
public final class Database {
    private final Jdbi jdbi;

    public Database(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Runs the work in one transaction for the actor; any exception rolls it back. */
    public <T> T call(Actor actor, Function<Handle, T> work) {
        return jdbi.inTransaction(tx -> {
            identify(tx, actor);
            return work.apply(tx);
        });
    }

    /** Like {@link #call}, for work that returns nothing. */
    public void run(Actor actor, Consumer<Handle> work) {
        jdbi.useTransaction(tx -> {
            identify(tx, actor);
            work.accept(tx);
        });
    }

    private static void identify(Handle tx, Actor actor) {
        tx.createQuery("SELECT set_config('preau.account', :account, true)")
                .bind("account", actor.account().toString())
                .mapTo(String.class)
                .one();
    }
}
