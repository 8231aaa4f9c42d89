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
        @Nullable Instant endedAt) {

    /** Where an agreement stands. */
    public enum State {
        /** Proposed by one's own side; the other has not answered. */
        WAITING,
        /** Proposed to one's own side. */
        TO_ACCEPT,
        AGREED,
        ENDED
    }

    public State state() {
        if (endedAt != null) {
            return State.ENDED;
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
