package fr.preau.review;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What an address says of the queue; see {@link QueueChoice}. */
public final class AskedQueue {
    @QueryParam("ordre")
    @Nullable
    String order;

    @QueryParam("campagne")
    @Nullable
    String campaign;

    @QueryParam("unite")
    @Nullable
    String unit;

    QueueChoice choice() {
        return QueueChoice.of(order, campaign, unit);
    }
}
