package fr.preau.audit;

import fr.preau.checklist.Attachment;
import fr.preau.checklist.Control;
import fr.preau.checklist.Party;
import fr.preau.checklist.Theme;
import fr.preau.journal.Trace;
import fr.preau.kernel.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One control of an audit, as one person sees it.
 *
 * @param as for whom the person would answer, null when they may not
 * @param opinion what a reviewer thinks of the answer, once the person may see it
 * @param provenance the shared answer that the answer follows or departs from, when it is seen as it stands
 * @param last what the school answered last time, when nothing is answered yet and the person may answer
 * @param pieces what shows the answer, in the version that is seen
 * @param history what was saved, newest first
 * @param names names of the accounts in the history
 * @param siblings the controls of the theme that are asked, in order
 * @param neighbours what the school on the same site has declared, by an agreement of the two collectivities
 */
public record ControlView(
        Audit audit,
        Control control,
        Theme theme,
        Cell cell,
        @Nullable Party as,
        Optional<Reason> reason,
        Optional<Opinion> opinion,
        Optional<Provenance> provenance,
        Optional<LastAnswer> last,
        List<Piece> pieces,
        List<Trace> history,
        Map<AccountId, String> names,
        List<Control> siblings,
        List<Neighbour> neighbours,
        LocalDate today) {

    /** Whether the person may save an answer now. */
    public boolean editable() {
        return as != null && audit.state().open() && audit.running(today);
    }

    /** Whether the control's documents may be kept here; else one says where and when they were seen. */
    public boolean attachable() {
        return control.attachment() == Attachment.AUTORISEE;
    }

    /** Why the person can't answer now, as a message key that takes {@link #readOnlyDay} and the party. */
    public String whyReadOnly() {
        if (as == null) {
            return "audit.readOnly.notYours";
        }
        if (today.isBefore(audit.opensOn())) {
            return "audit.readOnly.notYet";
        }
        return today.isAfter(audit.closesOn())
                ? "audit.readOnly.closed"
                : "audit.readOnly." + audit.state().name();
    }

    /** The day that the message names: of the opening to come, else of the closing. */
    public LocalDate readOnlyDay() {
        return today.isBefore(audit.opensOn()) ? audit.opensOn() : audit.closesOn();
    }

    /** Position within the theme, from 1. */
    public int rank() {
        return siblings.indexOf(control) + 1;
    }

    public Optional<Control> previous() {
        return rank() > 1 ? Optional.of(siblings.get(rank() - 2)) : Optional.empty();
    }

    public Optional<Control> next() {
        return rank() < siblings.size() ? Optional.of(siblings.get(rank())) : Optional.empty();
    }
}
