/**
 * The append-only trail of every write. {@link fr.preau.journal.Journal#record} is called inside the writer's
 * transaction, so that a change and its trace live or die together; the service's database role can insert and read
 * entries, never change them. It is the only history: an answer's history page reads it.
 */
package fr.preau.journal;
