/**
 * What people undertake. {@link fr.preau.plan.Actions} plans corrective actions from weak answers and moves them by the
 * table {@link fr.preau.plan.ActionStep}; {@link fr.preau.plan.Renewals} proposes the new answer of one that is done, and
 * writes it as any save does. {@link fr.preau.plan.Starts} ranks where to begin, {@link fr.preau.plan.Assignments} entrusts
 * themes, {@link fr.preau.plan.Todos} gathers what waits. No answer and no figure is kept here: an action lasts, answers and campaigns pass beneath it.
 */
package fr.preau.plan;
