package fr.preau.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A validation that waits for a second reviewer.
 *
 * @param mine whether the reader proposed it, and so can't be the second
 */
public record Proposed(@Nullable String authorName, Instant at, boolean mine) {}
