package fr.preau.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * How many audits stand behind one line of a table.
 *
 * @param line as in {@link SplitCell}
 * @param expected audits of the roster
 * @param rendered of those, submitted or validated
 */
public record SplitRoster(@Nullable String line, long expected, long rendered) {}
