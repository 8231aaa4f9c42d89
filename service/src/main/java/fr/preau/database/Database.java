package fr.preau.database;

import fr.preau.kernel.Actor;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Opens every unit of work: one transaction, which tells the server for whom it runs and how far they see. From there
 * the rows' policies hold ({@code V09__row_security.sql}), whatever a query asks.
 *
 * <p>What it tells is local to the transaction, so a pooled connection never carries somebody's sight to the next. A unit
 * of work opened within another joins its transaction: one for {@link Actor#SYSTEM} goes on for the person of the outer
 * one, any other change of person or sight is refused by the server.
 */
public final class Database {
    /** How far a unit of work sees, in the words of the migration. */
    private enum Reach {
        NAMED,
        FIGURES,
        RUN,
        JOIN,
        SERVICE
    }

    private final Jdbi jdbi;
    private final InstantSource clock;

    /** @param clock tells which grants are live, and whether a campaign is closed */
    public Database(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The same database by another clock. */
    public Database at(InstantSource other) {
        return new Database(jdbi, other);
    }

    /**
     * Runs the work in one transaction for the actor; any exception rolls it back. Of audits it sees those of the schools
     * that the actor sees by name.
     */
    public <T> T call(Actor actor, Function<Handle, T> work) {
        return enter(actor, named(actor), work);
    }

    /** Like {@link #call}, for work that returns nothing. */
    public void run(Actor actor, Consumer<Handle> work) {
        call(actor, tx -> {
            work.accept(tx);
            return true;
        });
    }

    /**
     * Reads figures: of audits it sees all that count in one of the actor's units. Only for queries that return sums,
     * never a school's row; the transaction is read-only.
     */
    public <T> T figures(Actor actor, Function<Handle, T> work) {
        return enter(actor, Reach.FIGURES, work);
    }

    /** Like {@link #figures}, as everything stood when it began: many queries read one and the same moment. */
    public <T> T snapshot(Actor actor, Function<Handle, T> work) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, tx -> {
            enter(tx, actor, actor == Actor.OPERATOR ? Reach.SERVICE : Reach.FIGURES);
            return work.apply(tx);
        });
    }

    /**
     * Work of who runs units, an editor or an administrator: beside the schools that they see by name, it sees the audits
     * of those units from outside, never an answer; of an audit it can change one thing, take it out of the roster of a
     * campaign that they run.
     */
    public <T> T running(Actor actor, Function<Handle, T> work) {
        return enter(actor, actor == Actor.OPERATOR ? Reach.SERVICE : Reach.RUN, work);
    }

    /**
     * The work of who runs a campaign while schools join it: within the units that they run it writes the answers that
     * were given for many. Only for that.
     */
    public <T> T joining(Actor actor, Function<Handle, T> work) {
        return enter(actor, actor == Actor.OPERATOR ? Reach.SERVICE : Reach.JOIN, work);
    }

    /**
     * Reads who sends a request, before it is known for whom to work: one statement, which is a transaction of its own and
     * goes to the server once. It enters for nobody, so that of what the rows' policies protect it sees nothing.
     */
    public <T> T recognise(Function<Handle, T> statement) {
        return jdbi.withHandle(statement::apply);
    }

    private static Reach named(Actor actor) {
        return actor == Actor.OPERATOR ? Reach.SERVICE : Reach.NAMED;
    }

    private <T> T enter(Actor actor, Reach reach, Function<Handle, T> work) {
        return jdbi.inTransaction(tx -> {
            enter(tx, actor, reach);
            return work.apply(tx);
        });
    }

    private void enter(Handle tx, Actor actor, Reach reach) {
        // Compiling a query by JIT pays after seconds; ours take milliseconds, and their policies make the planner
        // believe otherwise: with it, one took 48 s instead of one.
        tx.createQuery("SELECT enter(:account, :reach, :at), set_config('jit', 'off', true)")
                .bind("account", actor.account().value())
                .bind("reach", reach.name())
                .bind("at", clock.instant())
                .mapTo(String.class)
                .one();
    }
}
