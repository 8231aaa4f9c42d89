package fr.preau.web;

import java.util.List;

/**
 * A text to read: help, legal page, accessibility statement.
 *
 * @param language of the text, which may not be the viewer's
 * @param html made from our own Markdown, so trusted
 * @param contents one link a section, empty when there are few
 */
public record Article(String title, String language, String html, List<Link> contents) {
    public Article {
        contents = List.copyOf(contents);
    }
}
