/**
 * Audits: one school's answers in one campaign. {@link fr.preau.audit.Openings} inserts them,
 * {@link fr.preau.audit.Answers} saves without ever losing somebody's value, {@link fr.preau.audit.Audits} reads what a
 * person may see, by {@link fr.preau.audit.Sight}. The life of an audit is the table {@link fr.preau.audit.Transition};
 * the figures are defined in {@code R__figures.sql} and nowhere else.
 */
package fr.preau.audit;
