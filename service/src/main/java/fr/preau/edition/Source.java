package fr.preau.edition;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A campaign that figures come from.
 *
 * @param frozenAt when its figures were frozen
 * @param expected audits of the roster then
 * @param rendered of those, submitted or validated
 */
public record Source(
        String campaign, LocalDate opensOn, LocalDate closesOn, Instant frozenAt, long expected, long rendered) {}
