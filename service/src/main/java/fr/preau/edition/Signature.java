package fr.preau.edition;

import fr.preau.access.Side;
import java.time.LocalDate;

/**
 * An approval, by the employer of who gave it: an edition that can't change names nobody.
 *
 * @param side whose signature it is, fixed when it was given
 * @param employer as pages name the unit
 */
public record Signature(Side side, String employer, LocalDate day) {}
