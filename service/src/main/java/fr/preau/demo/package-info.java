/**
 * The demonstration: an invented département with its people, a closed campaign and a running one in every state, the
 * same at each first start. Entry: {@link fr.preau.demo.Demo}. Part of the root, above every feature: it calls their
 * services, with a clock set in the past where it tells a history.
 *
 * <p>Invariant: nothing here resembles a real school's result. UAI begin with 8, communes bear codes that INSEE doesn't
 * use, names are invented, SIREN belong to a département « 99 » that doesn't exist.
 */
@NullMarked
package fr.preau.demo;

import org.jspecify.annotations.NullMarked;
