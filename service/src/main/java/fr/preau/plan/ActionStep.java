package fr.preau.plan;

import static fr.preau.plan.ActionState.DONE;
import static fr.preau.plan.ActionState.GIVEN_UP;
import static fr.preau.plan.ActionState.IN_PROGRESS;
import static fr.preau.plan.ActionState.PLANNED;

import fr.preau.kernel.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The life of a corrective action, one line an edge: from which states, to which, by whom, and the entry that it leaves in
 * the journal. There are no others.
 */
public enum ActionStep {
    START(EnumSet.of(PLANNED), IN_PROGRESS, Taker.DOER, "action.started"),
    FINISH(EnumSet.of(PLANNED, IN_PROGRESS), DONE, Taker.DOER, "action.finished"),
    GIVE_UP(EnumSet.of(PLANNED, IN_PROGRESS), GIVEN_UP, Taker.KEEPER, "action.givenUp"),
    RESUME(EnumSet.of(DONE, GIVEN_UP), IN_PROGRESS, Taker.DOER, "action.resumed");

    /** Who may take an edge. */
    public enum Taker {
        /** Who acts in the name of the unit that planned it: its agents, the school itself when it is a school's own. */
        KEEPER,
        /** The keepers, and who may answer the control in every school of the action. */
        DOER
    }

    private final Set<ActionState> from;
    private final ActionState to;
    private final Taker taker;
    private final String action;

    ActionStep(Set<ActionState> from, ActionState to, Taker taker, String action) {
        this.from = from;
        this.to = to;
        this.taker = taker;
        this.action = action;
    }

    /** The step of that name; another one can only come from a form that was tampered with, and is not found. */
    public static ActionStep of(String name) {
        return Arrays.stream(values())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    public Set<ActionState> from() {
        return EnumSet.copyOf(from);
    }

    public ActionState to() {
        return to;
    }

    public Taker taker() {
        return taker;
    }

    /** The journal's word for it. */
    public String action() {
        return action;
    }

    public boolean leaves(ActionState state) {
        return from.contains(state);
    }
}
