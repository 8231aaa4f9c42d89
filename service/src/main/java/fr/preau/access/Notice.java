package fr.preau.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that others did to one's account.
 *
 * @param author name of who did it, null when it was a command on the service's own machine
 */
public record Notice(NoticeKind kind, Instant at, @Nullable String author) {}
