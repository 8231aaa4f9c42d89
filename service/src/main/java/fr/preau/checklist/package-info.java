/**
 * The checklist: themes, controls and their scales, in published versions that never change. {@link
 * fr.preau.checklist.Checklists} publishes a file and reads a version back; whatever the product reads is held by a
 * SHA-256 recomputed from the tables, so that a version means the same for every campaign that ever used it.
 */
package fr.preau.checklist;
