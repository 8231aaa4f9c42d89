package fr.preau.access;

import java.time.Instant;

/**
 * One of a person's open sessions. Of the device nothing is kept.
 *
 * @param id what its owner closes it by
 * @param here whether it is the one that asks
 */
public record SessionRow(long id, Instant openedAt, Instant seenAt, boolean here) {}
