package fr.preau.campaign;

import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it is kept.
 *
 * @param unit who runs it, and its perimeter
 * @param opensOn first day on which agents may answer, in Europe/Paris
 * @param closesOn last such day
 * @param fourEyes whether two reviewers are needed to validate an audit
 * @param openedAt when its audits were inserted, null while it is being prepared
 */
public record Campaign(
        CampaignId id,
        String name,
        UnitId unit,
        ChecklistId checklist,
        LocalDate opensOn,
        LocalDate closesOn,
        boolean withPrivate,
        boolean fourEyes,
        @Nullable Instant openedAt) {

    /** Where a campaign stands on a day; computed, never stored. */
    public enum Phase {
        PREPARED,
        PLANNED,
        OPEN,
        CLOSED
    }

    public Phase phase(LocalDate today) {
        if (openedAt == null) {
            return Phase.PREPARED;
        }
        if (today.isBefore(opensOn)) {
            return Phase.PLANNED;
        }
        return today.isAfter(closesOn) ? Phase.CLOSED : Phase.OPEN;
    }

    /** Whether agents may answer and submit on that day. */
    public boolean answersOn(LocalDate today) {
        return phase(today) == Phase.OPEN;
    }
}
