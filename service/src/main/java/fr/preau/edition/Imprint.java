package fr.preau.edition;

import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the cover.
 *
 * @param perimeter the unit's name as people say it, such as « Académie de Rennes »
 * @param number of the edition within its unit's; null while it is not published
 * @param publishedOn null while it is not published
 * @param changes what this edition changes of the one that it replaces; null for a first one
 * @param signatures of both sides once it is approved, in the order in which they were given
 */
public record Imprint(
        String title,
        Label label,
        UnitId unit,
        String perimeter,
        @Nullable Integer number,
        @Nullable LocalDate publishedOn,
        @Nullable String changes,
        List<Signature> signatures) {

    public Imprint {
        signatures = List.copyOf(signatures);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a deliverable has a title");
        }
        if ((number == null) != (publishedOn == null) || (number != null && number < 1)) {
            throw new IllegalArgumentException("an edition is numbered on the day of its publication");
        }
    }
}
