package fr.preau.edition;

import fr.preau.kernel.AccountId;
import java.time.Instant;

/**
 * A version of a section's text, as CommonMark.
 *
 * @param version from 1; 0 is the text that the outline proposes
 * @param authorName as accounts are named now
 */
public record TextVersion(String section, int version, String body, AccountId author, String authorName, Instant at) {}
