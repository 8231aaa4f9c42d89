package fr.preau.edition;

import static fr.preau.edition.State.APPROVED;
import static fr.preau.edition.State.DRAFT;
import static fr.preau.edition.State.PROPOSED;
import static fr.preau.edition.State.PUBLISHED;
import static fr.preau.edition.State.REPLACED;
import static fr.preau.edition.State.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The life of a deliverable, one line an edge: from which states, to which, by whom, and the entry that it leaves in the
 * journal. There are no others; each is one UPDATE that names the states it leaves.
 */
public enum Step {
    PROPOSE(EnumSet.of(DRAFT), PROPOSED, Taker.EDITOR, "deliverable.proposed"),
    RESUME(EnumSet.of(PROPOSED, APPROVED), DRAFT, Taker.EDITOR, "deliverable.resumed"),
    APPROVE(EnumSet.of(PROPOSED), APPROVED, Taker.BOTH_SIDES, "deliverable.approved"),
    PUBLISH(EnumSet.of(APPROVED), PUBLISHED, Taker.EDITOR, "deliverable.published"),
    WITHDRAW(EnumSet.of(PUBLISHED), WITHDRAWN, Taker.EDITOR, "deliverable.withdrawn"),
    REPLACE(EnumSet.of(PUBLISHED), REPLACED, Taker.NEXT_EDITION, "deliverable.replaced");

    /** Who may take an edge: editors of the unit or of one that it lies in, all of them. */
    public enum Taker {
        EDITOR,
        /** The second of two signatures, one of a collectivity's side and one of the State's. */
        BOTH_SIDES,
        /** Nobody by hand: the publication of the edition that replaces this one. */
        NEXT_EDITION
    }

    private final Set<State> from;
    private final State to;
    private final Taker taker;
    private final String action;

    Step(Set<State> from, State to, Taker taker, String action) {
        this.from = from;
        this.to = to;
        this.taker = taker;
        this.action = action;
    }

    public List<State> from() {
        return List.copyOf(from);
    }

    public State to() {
        return to;
    }

    public Taker taker() {
        return taker;
    }

    /** The journal's word for it. */
    public String action() {
        return action;
    }

    public boolean leaves(State state) {
        return from.contains(state);
    }
}
