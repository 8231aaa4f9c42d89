package fr.preau.job;

import fr.preau.access.Scope;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.JobId;
import java.util.UUID;

/**
 * A job that this service has taken.
 *
 * @param attempts this one included
 */
public record Claimed(
        JobId id, String kind, AccountId account, Scope scope, String parameters, int attempts, UUID claim)
        implements Actor {}
