package fr.preau.audit;

import org.jdbi.v3.core.mapper.Nested;

/** A cell to be answered, with its audit, whose state is held still. */
public record HeldCell(@Nested Audit audit, @Nested Cell cell) {}
