/**
 * Long work: asked for by a person, kept in PostgreSQL, done by the service's own thread with that person's rights of
 * then. {@link fr.preau.job.Jobs} asks, tells, stops; {@link fr.preau.job.Worker} does. What a job writes and the end of
 * the job are one transaction, so that a service killed at any moment leaves either nothing or all of it.
 */
package fr.preau.job;
