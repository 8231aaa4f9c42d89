/** Who may do what, shown on every route of the running service: the matrix, the canary, and what hostile input meets. */
package fr.preau.rights;
