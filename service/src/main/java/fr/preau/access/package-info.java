/**
 * Who may do what, on two crossing trees. A {@link fr.preau.access.Principal} is a person with the rights of now; its
 * {@link fr.preau.access.Perimeter} is bound in sight into each query; the annotations {@link fr.preau.web.Anyone},
 * {@link fr.preau.access.SignedIn} and {@link fr.preau.access.HasRole} say on each endpoint who may call it, and the
 * application does not start with an endpoint that says nothing.
 */
package fr.preau.access;
