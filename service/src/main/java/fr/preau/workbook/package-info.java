/**
 * The spreadsheet round trip: {@link fr.preau.workbook.Exports} writes the audits of a selection as ODS or XLSX,
 * {@link fr.preau.workbook.Imports} reads such a file back, says cell by cell what it would do, and a job applies what was
 * chosen. A cell is written only over the version that somebody has seen: in the file, or in the report.
 */
package fr.preau.workbook;
