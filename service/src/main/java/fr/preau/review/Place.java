package fr.preau.review;

import org.jspecify.annotations.Nullable;

/**
 * Where a reviewer stands, as addresses carry it from page to page.
 *
 * @param look what they look at first; null for what there is
 * @param theme code of the theme to unfold, null for none
 * @param order in which they read the queue
 */
public record Place(@Nullable Look look, @Nullable String theme, QueueOrder order) {
    static Place of(@Nullable String look, @Nullable String theme, @Nullable String order) {
        return new Place(Look.of(look), theme, QueueOrder.of(order));
    }

    /** The page of an audit from here. */
    static String href(Object audit, Look look, QueueOrder order) {
        return "/audits/" + audit + "/revue?voir=" + look.code() + tail(order);
    }

    /** What an address says of the order, nothing of the usual one. */
    static String tail(QueueOrder order) {
        return order == QueueOrder.OLDEST ? "" : "&ordre=" + order.code();
    }
}
