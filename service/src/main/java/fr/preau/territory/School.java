package fr.preau.territory;

import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A school with its present place in both trees: a row of the view {@code school_placement}.
 *
 * <p>A campaign's pages don't read it: an audit carries its school's place as it was at opening.
 *
 * @param commune INSEE code as in the directory, which may be a municipal district
 * @param collectivity code of the present collectivity, null for a school « sans collectivité »
 * @param fictitious whether it is invented, by its UAI's prefix
 */
public record School(
        Uai uai,
        String name,
        SchoolType type,
        Sector sector,
        SchoolState state,
        String commune,
        String communeName,
        String department,
        String academy,
        String region,
        @Nullable String collectivity,
        boolean fictitious) {

    public UnitId id() {
        return UnitId.school(uai);
    }
}
