/**
 * The words that every other package speaks: typed ids, the one exception ({@link fr.preau.kernel.Refusal}) with the
 * closed list of its causes ({@link fr.preau.kernel.Problem}), keyset pages and messages by key. It depends on nothing
 * of ours; nothing here touches the database or HTTP.
 */
package fr.preau.kernel;
