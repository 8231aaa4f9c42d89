package fr.preau.audit;

import fr.preau.checklist.Verdict;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer comes from, when it was given once for many schools: it follows that shared answer, or is the school's
 * own exception to it.
 *
 * @param verdict what the shared answer says now, null when it was undone
 * @param mine whether the person answers in the name of the unit that has given it, and so may open it
 */
public record Provenance(
        ControlCode control,
        SharedAnswerId shared,
        UnitId owner,
        String ownerName,
        boolean follows,
        @Nullable Verdict verdict,
        boolean mine) {

    /** The unit that has given the shared answer, as pages name it. */
    public Message ownerLabel() {
        return UnitName.of(owner, ownerName);
    }

    /**
     * Whether an answer departs from the shared one without saying why: an exception does, in words that are not those of
     * the shared answer itself.
     *
     * @param shared what the shared answer says, null when there is none or it was undone
     * @param stored comment of the answer that stands
     */
    public static boolean untold(@Nullable Verdict shared, boolean follows, NewAnswer answer, @Nullable String stored) {
        boolean departs = shared != null && shared != answer.verdict() && (follows || answer.comment() == null);
        return departs && !told(answer, stored);
    }

    /** Whether an answer has words of its own. */
    static boolean told(NewAnswer answer, @Nullable String stored) {
        return answer.comment() != null && !answer.comment().equals(stored);
    }

    /** Whether the answer is the school's own, and differs from the shared one. */
    public boolean exception(@Nullable Verdict own) {
        return !follows && verdict != null && own != verdict;
    }
}
