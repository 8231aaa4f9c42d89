package fr.preau.access;

import fr.preau.kernel.AccountId;

/**
 * Somebody whose password was right and who still owes a second factor.
 *
 * @param email what their authenticator application will show
 * @param hasFactor whether a code is asked for, or a first factor to be set up
 */
public record Waiting(AccountId account, String email, boolean hasFactor) {}
