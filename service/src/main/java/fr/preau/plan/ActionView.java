package fr.preau.plan;

import fr.preau.checklist.Control;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * One action as a person sees it, with its schools that they see.
 *
 * @param keeps whether they act in the name of its unit
 * @param does whether they may say that it goes on and that it is done
 */
public record ActionView(
        CorrectiveAction action,
        Control control,
        List<SchoolAnswer> schools,
        boolean keeps,
        boolean does,
        LocalDate today) {

    public ActionView {
        schools = List.copyOf(schools);
    }

    /** Whether the person may take the step, from where the action stands. */
    public boolean may(ActionStep step) {
        return allowed(step) && step.leaves(action.state());
    }

    /** The steps that the person may take now, in the order of the table. */
    public List<ActionStep> steps() {
        return Arrays.stream(ActionStep.values()).filter(this::may).toList();
    }

    boolean allowed(ActionStep step) {
        return step.taker() == ActionStep.Taker.KEEPER ? keeps : does;
    }

    /** Whether the person may change what is written of it. */
    public boolean editable() {
        return keeps && action.state().open();
    }
}
