package fr.preau.shared;

import fr.preau.kernel.CampaignId;
import fr.preau.kernel.SiteId;
import fr.preau.kernel.Uai;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two schools on one site, as one of the two collectivities sees their agreement.
 *
 * @param uai one's own school
 * @param otherUai the other collectivity's school
 * @param proposed whether one has proposed it oneself; else it was proposed to one
 * @param lapsed whether one of the schools has another collectivity now: it stands for nothing, whatever was agreed
 */
public record SameSite(
        SiteId id,
        CampaignId campaign,
        String campaignName,
        Uai uai,
        String schoolName,
        Uai otherUai,
        String otherSchoolName,
        String otherCollectivityName,
        boolean proposed,
        Instant proposedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt,
        boolean lapsed) {

    /** Where an agreement stands. */
    public enum State {
        /** Proposed by one's own side; the other has not answered. */
        WAITING,
        /** Proposed to one's own side. */
        TO_ACCEPT,
        AGREED,
        /** Nobody has ended it, and it is without effect: one proposes it again. */
        LAPSED,
        ENDED
    }

    public State state() {
        if (endedAt != null) {
            return State.ENDED;
        }
        if (lapsed) {
            return State.LAPSED;
        }
        if (acceptedAt != null) {
            return State.AGREED;
        }
        return proposed ? State.WAITING : State.TO_ACCEPT;
    }

    /** When it came to stand so. */
    public Instant since() {
        if (endedAt != null) {
            return endedAt;
        }
        return acceptedAt == null ? proposedAt : acceptedAt;
    }
}
