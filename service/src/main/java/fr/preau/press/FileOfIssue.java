package fr.preau.press;

import org.jdbi.v3.core.mapper.Nested;

/** A file with the issue that it belongs to. */
public record FileOfIssue(long issue, @Nested IssuedFile file) {}
