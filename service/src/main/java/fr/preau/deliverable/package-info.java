/**
 * What leaves the service as a document. {@link fr.preau.deliverable.AuditReport} gives one audit as a PDF: {@link
 * fr.preau.deliverable.Dossiers} reads what the person may see and records that they asked, then the dossier is printed
 * with no database connection held. A document computes no figure and fetches nothing while it is drawn.
 */
package fr.preau.deliverable;
