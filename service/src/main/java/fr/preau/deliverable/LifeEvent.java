package fr.preau.deliverable;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.ControlCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an audit, out of the journal.
 *
 * @param action the journal's word, an edge of {@link fr.preau.audit.Transition} or {@value #REASON}
 * @param control the control that the academy's reason is about, null for a step of the whole audit
 * @param author name of the account, null once it is erased
 * @param text the reason given, null when there is none, it is erased or the reader may not see it
 */
public record LifeEvent(
        Instant at,
        AccountId account,
        String action,
        @Nullable ControlCode control,
        @Nullable String author,
        @Nullable String text) {

    /** The journal's word for one reason of a sending back. */
    static final String REASON = "review.reason";

    LifeEvent untold() {
        return new LifeEvent(at, account, action, control, author, null);
    }

    /** Whether the service itself did it. */
    public boolean bySystem() {
        return account.value() == 0;
    }
}
