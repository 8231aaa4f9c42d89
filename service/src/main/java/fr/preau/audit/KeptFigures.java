package fr.preau.audit;

import fr.preau.database.Database;
import fr.preau.database.Rounds;
import fr.preau.kernel.Actor;
import java.time.Duration;
import java.util.Optional;

/**
 * The figures that triggers keep beside the answers, so that a page of the nation needs none of them: folds what writers
 * have appended, and compares it with what the answers say (ADR 22). Pages read them in their own queries.
 */
public final class KeptFigures {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Database database;

    /** @param database as the service to fold; as the owner of the schema to check or to recompute */
    public KeptFigures(Database database) {
        this.database = database;
    }

    /**
     * Something that is kept otherwise than the answers say.
     *
     * @param what an audit, or a unit with a type and a control or state
     * @param kept the figures, in the order of the table; empty when there are none
     * @param recomputed the same from the answers
     */
    public record Difference(long campaign, String what, String kept, String recomputed) {}

    /** Folds every two seconds. When that fails figures stay true, and pages become slower. */
    public Rounds folder() {
        return Rounds.of("figures-folder", PAUSE, this::fold);
    }

    /** Adds up what writers have appended; returns how many figures were changed. Nobody waits for it. */
    public long fold() {
        return database.call(Actor.SYSTEM, tx -> tx.attach(KeptFiguresSql.class).fold());
    }

    /** The first difference between what is kept and the answers, of one instant; empty when there is none. */
    public Optional<Difference> difference() {
        return database.call(Actor.SYSTEM, tx -> tx.attach(KeptFiguresSql.class).difference());
    }

    /** Makes all that is kept anew from the answers; writers wait meanwhile. */
    public void recompute() {
        database.run(Actor.SYSTEM, tx -> tx.attach(KeptFiguresSql.class).recompute());
    }
}
