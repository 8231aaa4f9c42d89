package fr.preau.review;

import org.jspecify.annotations.Nullable;

/**
 * Where a reviewer stands, as addresses carry it from page to page.
 *
 * @param look what they look at first; null for what there is
 * @param theme code of the theme to unfold, null for none
 * @param queue which part of the queue they read, and in which order
 */
public record Place(@Nullable Look look, @Nullable String theme, QueueChoice queue) {
    static Place of(@Nullable String look, @Nullable String theme, QueueChoice queue) {
        return new Place(Look.of(look), theme, queue);
    }

    /** The page of an audit from here. */
    static String href(Object audit, Look look, QueueChoice queue) {
        return "/audits/" + audit + "/revue?voir=" + look.code() + queue.tail();
    }
}
