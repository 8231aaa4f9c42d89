package fr.preau.edition;

import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.SnapshotId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a campaign, frozen.
 *
 * @param checklist the version that the campaign asks
 * @param expected audits of the unit's roster then
 * @param rendered of those, counted
 * @param sha256 of every frozen row
 * @param named schools frozen by name: all or none
 * @param namedSha256 of their rows; null when there are none
 */
public record Snapshot(
        SnapshotId id,
        CampaignId campaign,
        String campaignName,
        LocalDate opensOn,
        LocalDate closesOn,
        ChecklistId checklist,
        UnitId unit,
        Instant takenAt,
        long expected,
        long rendered,
        String sha256,
        int named,
        @Nullable String namedSha256) {

    /** The schools that it names; null for none. */
    @Nullable
    Roll roll() {
        return namedSha256 == null ? null : new Roll(named, namedSha256);
    }

    Source source() {
        return new Source(campaignName, opensOn, closesOn, takenAt, expected, rendered);
    }
}
