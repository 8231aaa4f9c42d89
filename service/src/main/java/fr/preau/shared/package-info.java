/**
 * Answers given once for many schools. {@link fr.preau.shared.SharedAnswers} previews, applies and undoes them,
 * {@link fr.preau.shared.Arrivals} gives them to schools that join, {@link fr.preau.shared.Labels} keeps free groups of
 * schools. Each cell still has one answer, with its version and its author: a shared answer is only where it comes from,
 * and moves none but those that still follow it.
 */
package fr.preau.shared;
