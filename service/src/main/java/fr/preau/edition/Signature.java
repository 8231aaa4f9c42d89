package fr.preau.edition;

import fr.preau.access.Side;
import fr.preau.kernel.Message;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import java.time.LocalDate;

/**
 * An approval, by the employer of who gave it: an edition that can't change names nobody.
 *
 * @param side whose signature it is, fixed when it was given
 * @param employer as pages name the unit
 */
public record Signature(Side side, String employer, LocalDate day) {

    /** How documents call an employer: nobody works for « France entière ». */
    public static Message employer(UnitId unit, String name) {
        return unit.equals(UnitId.NATION) ? Message.of("edition.employer.NATION") : UnitName.of(unit, name);
    }
}
