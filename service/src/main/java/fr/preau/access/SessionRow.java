package fr.preau.access;

import java.time.Instant;

/** One of a person's open sessions. */
public record SessionRow(Instant openedAt, Instant seenAt) {}
