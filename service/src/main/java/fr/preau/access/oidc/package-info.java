/**
 * A provider of identities, by OpenID Connect, without a database or a page: where to send a browser, what a code that
 * comes back is worth. Entry class {@link fr.preau.access.oidc.Provider}. Who an identity is here, and with which rights,
 * is decided by the package above; nothing that a provider says gives any.
 */
package fr.preau.access.oidc;
