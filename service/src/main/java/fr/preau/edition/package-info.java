/**
 * The livrable: frozen figures, texts written by several hands, two signatures, a number. {@link
 * fr.preau.edition.Deliverables} takes one from its draft to its end; {@link fr.preau.edition.Content} is all that a
 * format reads. What a label shows is decided here and nowhere else (docs/adr/0032, 0033).
 */
@NullMarked
package fr.preau.edition;

import org.jspecify.annotations.NullMarked;
