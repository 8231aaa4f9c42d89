/**
 * The livrable as files: {@link fr.preau.press.Press} makes every format out of one frozen {@link
 * fr.preau.edition.Content}. A format reads nothing else, neither the clock nor a disk nor a network, so that one dossier
 * gives the same bytes on another day (docs/adr/0034).
 */
@NullMarked
package fr.preau.press;

import org.jspecify.annotations.NullMarked;
