/**
 * Éducation nationale's side: {@link fr.preau.review.Reviews} takes the edges of {@link fr.preau.audit.Transition} that
 * a person takes, each by one guarded UPDATE, and keeps the reasons of a sending back. Nobody judges their own work: the
 * UPDATE itself refuses.
 */
package fr.preau.review;
