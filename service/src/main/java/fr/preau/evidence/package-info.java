/**
 * Evidence: files, links and recorded sightings that show an answer, of one school or of many. {@link
 * fr.preau.evidence.Evidence} and {@link fr.preau.evidence.SharedPieces} attach, hand over and remove; {@link
 * fr.preau.evidence.Inspection} says what a file is by its bytes, and lets nothing in that runs. What is shown on an
 * answer is read by {@code audit}, so that its pages need to know nothing of this package.
 */
@org.jspecify.annotations.NullMarked
package fr.preau.evidence;
