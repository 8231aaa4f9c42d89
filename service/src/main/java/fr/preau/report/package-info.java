/**
 * Reports of units, made of what the views of figures show: {@link fr.preau.report.UnitReports} prints one for a
 * collectivity or an académie, {@link fr.preau.report.PriorityReports} a page for a head of school. It reads each figure
 * where {@code dashboard} defines it, and lays it out by the press of {@code deliverable}: it counts nothing itself
 * (docs/adr/0045).
 */
@NullMarked
package fr.preau.report;

import org.jspecify.annotations.NullMarked;
