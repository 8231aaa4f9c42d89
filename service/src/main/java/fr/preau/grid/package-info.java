/**
 * The grid: schools × controls, as a spreadsheet shows them. {@link fr.preau.grid.Grids} reads it, in two queries whatever
 * its size; what is typed there is saved by {@link fr.preau.audit.ManyAnswers}, by the rules of a single save. It decides
 * nothing of who may: each cell asks {@code Answering} and {@code Sight}.
 */
@org.jspecify.annotations.NullMarked
package fr.preau.grid;
