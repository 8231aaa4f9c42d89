package fr.preau.web;

import org.jspecify.annotations.Nullable;

/**
 * A page to write: the name of its template and the record that the template shows.
 *
 * <p>A page method returns one and says nothing of who looks: the {@link Presenter} adds the viewer on the way out.
 *
 * @param template path under {@code src/main/jte}, such as {@code "audit/show.jte"}
 * @param page what the template takes as {@code page}
 * @param viewer null until the reply leaves
 */
public record View(String template, Object page, @Nullable Viewer viewer) {
    public static View of(String template, Object page) {
        return new View(template, page, null);
    }

    View seenBy(Viewer viewer) {
        return new View(template, page, viewer);
    }
}
