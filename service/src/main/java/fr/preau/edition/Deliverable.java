package fr.preau.edition;

import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Message;
import fr.preau.kernel.SnapshotId;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deliverable as it is kept.
 *
 * @param unit its perimeter, and whose editors write it
 * @param earlier figures of an earlier campaign, for trends; null when there are none
 * @param round number of proposals so far
 * @param replaces the edition that it is to replace, null for a first one
 * @param number of the edition within its unit's; null while it is not published
 */
public record Deliverable(
        DeliverableId id,
        UnitId unit,
        String unitName,
        String title,
        Label label,
        SnapshotId snapshot,
        @Nullable SnapshotId earlier,
        String campaignName,
        State state,
        int round,
        @Nullable DeliverableId replaces,
        @Nullable String changes,
        @Nullable Integer number,
        @Nullable Instant publishedAt,
        Instant createdAt) {

    /** The unit as pages name it. */
    public Message unitLabel() {
        return UnitName.of(unit, unitName);
    }

    /** Whether texts, title and label may change. */
    public boolean written() {
        return state == State.DRAFT;
    }

    String object() {
        return "deliverable/" + id;
    }
}
