/**
 * Decisions about the territory that an import leaves to people: a collectivity that another replaces, and the questions
 * that imports have asked.
 *
 * <p>{@link fr.preau.succession.Successions} records that one collectivity replaces another, with all that follows, in one
 * transaction; {@link fr.preau.succession.Questions} lists what waits and closes it with a reason. A collectivity is never
 * deleted, nothing here takes a decision back, and no campaign is changed by who does not run it.
 */
package fr.preau.succession;
