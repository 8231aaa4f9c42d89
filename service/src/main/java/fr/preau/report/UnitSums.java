package fr.preau.report;

import fr.preau.audit.Figures;
import fr.preau.checklist.Party;
import fr.preau.dashboard.Heat;
import fr.preau.dashboard.Missed;
import fr.preau.dashboard.Trend;
import fr.preau.dashboard.UnitView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a unit as they stood at one moment, each as its view shows it.
 *
 * @param types by type of school
 * @param parties by who is responsible, in the declared reading
 * @param parts of an académie; null for a collectivity, which has none
 */
public record UnitSums(
        Both<UnitView> unit,
        Both<Heat> types,
        Both<Trend> trend,
        Map<Party, Figures> parties,
        Missed missed,
        @Nullable UnitParts parts) {
    public UnitSums {
        parties = Map.copyOf(parties);
    }
}
