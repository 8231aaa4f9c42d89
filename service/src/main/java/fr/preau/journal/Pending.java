package fr.preau.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The entries that no seal covers yet, and since when the oldest waits. */
public record Pending(long entries, @Nullable Instant oldest) {}
