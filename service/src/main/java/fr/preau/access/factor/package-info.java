/**
 * What a second factor is made of, without a database or a page: the codes of an authenticator application
 * ({@link fr.preau.access.factor.TotpSecret}), the picture by which it gets them, the codes for the day when the
 * telephone is lost, and the key that keeps the secrets unreadable at rest. Who must have one, and how often a code may
 * be tried, is decided by the package above.
 */
package fr.preau.access.factor;
