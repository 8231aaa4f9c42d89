/**
 * The service itself: {@link fr.preau.PreauApplication} wires everything by hand, the commands of the jar stand beside
 * it. No rule lives here: a command calls the same service as a page does.
 */
@NullMarked
package fr.preau;

import org.jspecify.annotations.NullMarked;
