package fr.preau.audit;

import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.ControlCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One asked control of an audit with its answer, if any.
 *
 * @param level 1 to 3, as asked of this type of school
 * @param weight 1 to 3
 * @param party who the control falls to
 * @param version 0 when unanswered: what a first save must send
 * @param authorParty for whom the last author wrote
 */
public record Cell(
        ControlCode control,
        String theme,
        int level,
        int weight,
        Party party,
        int position,
        @Nullable Verdict verdict,
        @Nullable String comment,
        int version,
        @Nullable AccountId author,
        @Nullable String authorName,
        @Nullable Party authorParty,
        @Nullable Instant at) {

    /** The same control with its answer hidden. */
    Cell hidden() {
        return new Cell(control, theme, level, weight, party, position, null, null, 0, null, null, null, null);
    }

    public boolean answered() {
        return verdict != null;
    }

    /** Whether the answer brings advice: counted, and not wholly held. */
    public boolean weak() {
        return verdict != null && verdict.counted() && verdict != Verdict.CONFORME;
    }

    /** Whether somebody answered for another: it then reads « répondu par … pour … ». */
    public boolean onBehalf() {
        return authorParty != null && party != Party.PARTAGE && authorParty != party;
    }
}
