package fr.preau.access;

import fr.preau.kernel.AccountId;
import java.time.Instant;

/** A request to remove somebody's second factor, which waits for a second administrator. */
public record FactorRemoval(AccountId askedBy, Instant askedAt) {}
